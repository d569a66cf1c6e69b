package io.bellamy.dist;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.text.StringEscapeUtils;

/**
 * What all pages have: the list of pages, the search, and how they look in light and dark.
 *
 * @param assets the folder of its scripts and styles
 */
record SiteLayout(List<SitePage> pages, Path assets) {

    private static final String START = "README.html";

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <link rel="stylesheet" href="%2$ssite.css">
            <script src="%2$ssearch.js" defer></script>
            </head>
            <body data-up="%2$s">
            <nav aria-label="pages">
            <input id="search" type="search" placeholder="search" aria-label="search all pages" autocomplete="off">
            <ol id="found" hidden></ol>
            <ul id="pages">
            %3$s
            </ul>
            </nav>
            <main>
            %4$s
            </main>
            </body>
            </html>
            """;

    String html(SitePage page) {
        String list = pages.stream()
                .map(other -> "<li><a href=\"%s\"%s>%s</a></li>"
                        .formatted(
                                page.up() + other.file(),
                                other.equals(page) ? " aria-current=\"page\"" : "",
                                StringEscapeUtils.escapeHtml4(other.title())))
                .collect(Collectors.joining("\n"));
        return PAGE.formatted(StringEscapeUtils.escapeHtml4(page.title()), page.up(), list, page.html());
    }

    /** The first page, by the name that servers look for. */
    String start() {
        return pages.stream()
                .filter(page -> page.file().equals(START))
                .map(this::html)
                .findFirst()
                .orElseThrow();
    }

    /** With all texts in it: a page that is opened from a folder may not read other files. */
    String searchScript() throws IOException {
        List<List<String>> texts = pages.stream()
                .map(page -> List.of(page.file(), page.title(), page.text()))
                .toList();
        return "const TEXTS = " + new ObjectMapper().writeValueAsString(texts) + ";\n" + asset("search.js");
    }

    String style() throws IOException {
        return asset("site.css");
    }

    private String asset(String name) throws IOException {
        return Files.readString(assets.resolve(name));
    }
}
