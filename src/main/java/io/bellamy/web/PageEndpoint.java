package io.bellamy.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A part of the page for people, from the class path. It has no data of jobs: those it gets as programs do.
 *
 * @param text of it
 * @param mediaType of the text
 */
record PageEndpoint(String text, String mediaType) implements Endpoint {

    private static final String HTML = "text/html; charset=utf-8";

    /** Its own scripts and style, and pictures that it has got; nothing from elsewhere, and nothing that stands in a text. */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self';"
                    + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'");

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "html",
            HTML,
            "css",
            "text/css; charset=utf-8",
            "js",
            "text/javascript; charset=utf-8",
            "svg",
            PictureEndpoint.MEDIA_TYPE);

    private static final List<String> PARTS = List.of(
            "page.css",
            "icon.svg",
            "page.js",
            "api.js",
            "elements.js",
            "form.js",
            "answer.js",
            "history.js",
            "jobs.js",
            "checked.js");

    /** The page with all its parts. */
    static List<Route> routes() {
        return Stream.concat(
                        Stream.of(route("/", "page.html")), PARTS.stream().map(part -> route("/page/" + part, part)))
                .toList();
    }

    private static Route route(String path, String file) {
        String mediaType = MEDIA_TYPES.get(file.substring(file.lastIndexOf('.') + 1));
        return new Route(
                "GET",
                path,
                Lane.NOW,
                Route.Access.OPEN,
                new PageEndpoint(read(file), mediaType),
                RouteContract.text("page", "The page for people.", mediaType));
    }

    private static String read(String file) {
        try (InputStream stream = PageEndpoint.class.getResourceAsStream("page/" + file)) {
            return new String(
                    Optional.ofNullable(stream)
                            .orElseThrow(() -> new IllegalStateException(file + " is missing on the class path"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public HttpAnswer answer(HttpCall call) {
        return new HttpAnswer(200, mediaType, text, HEADERS);
    }
}
