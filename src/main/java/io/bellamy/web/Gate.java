package io.bellamy.web;

import io.bellamy.problem.Quoted;
import io.bellamy.web.Route.Access;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who may ask. Other users of the machine reach its loopback, and so do pages in a browser: by their own names for it (DNS
 * rebinding), which are not taken, and from other origins, which are told by the browser.
 *
 * @param tokens that are asked for, where there are any
 * @param hosts names of this service beside localhost and addresses
 */
record Gate(Optional<Renewed<BearerTokens>> tokens, Set<String> hosts) {

    private static final Pattern ADDRESS =
            Pattern.compile("\\[[0-9a-f:.%]+]|[0-9a-f]*:[0-9a-f:.%]+|\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Set<String> SAME = Set.of("same-origin", "none");

    /**
     * What a client tells of itself.
     *
     * @param scheme http or https
     * @param host the name that it asks, with the port, as it says it
     * @param name the same without the port
     * @param origin of the page that asks, where it is one
     * @param site how that page is related, as browsers say
     * @param authorization what it shows
     * @param own whether it came by a socket that the user alone can reach
     * @param local whether it came by a socket of files, which no browser does
     */
    record Caller(
            String scheme,
            String host,
            String name,
            Optional<String> origin,
            Optional<String> site,
            Optional<String> authorization,
            boolean own,
            boolean local) {}

    /** Why a caller may not ask; empty where it may. */
    Optional<WebProblem> objection(Caller caller, Access access) {
        if (!caller.local() && !isOurs(caller.name().toLowerCase(Locale.ROOT))) {
            return Optional.of(WebProblem.of(
                    421,
                    "misdirected",
                    "Not asked by its name",
                    "Host: " + Quoted.of(caller.host())
                            + " is no name of this service; ask localhost or an address, or start it with --allow-host "
                            + Quoted.plain(caller.name())));
        }
        if (caller.origin()
                        .filter(origin -> !origin.equalsIgnoreCase(caller.scheme() + "://" + caller.host()))
                        .isPresent()
                || caller.site().filter(site -> !SAME.contains(site)).isPresent()) {
            return Optional.of(
                    WebProblem.of(
                            403,
                            "other-origin",
                            "Asked by a page of another origin",
                            "a page of another origin asks (Origin, Sec-Fetch-Site): only this service's own pages and programs may"));
        }
        if (access == Access.OPEN || caller.own()) {
            return Optional.empty();
        }
        if (tokens.isPresent()) {
            return caller.authorization().filter(tokens.get().now()::admit).isPresent()
                    ? Optional.empty()
                    : Optional.of(WebProblem.of(
                                    401,
                                    "unauthorized",
                                    "A token is needed",
                                    caller.authorization().isPresent()
                                            ? "Authorization: is no token of this service"
                                            : "Authorization: is missing; send Bearer and a token of the service's token file")
                            .with("WWW-Authenticate", "Bearer realm=\"bellamy\""));
        }
        return access == Access.READ
                ? Optional.empty()
                : Optional.of(WebProblem.of(
                        403,
                        "no-writing-here",
                        "Nobody may record here",
                        "others on this machine reach this address too, so runs are recorded only with a token or through a"
                                + " socket of one's own; start the service with --token-file or --socket"));
    }

    private boolean isOurs(String name) {
        return name.equals("localhost")
                || ADDRESS.matcher(name).matches()
                || hosts.stream().anyMatch(name::equalsIgnoreCase);
    }
}
