package io.bellamy.web;

import java.util.Map;
import org.eclipse.jetty.http.HttpFields;

/** What every answer tells browsers: nothing is run, framed, guessed, kept, or told to others. */
final class SafeHeaders {

    private static final Map<String, String> ALL = Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cache-Control", "no-store");

    private SafeHeaders() {}

    static void put(HttpFields.Mutable headers) {
        ALL.forEach(headers::put);
    }
}
