package io.bellamy.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why something is not answered.
 *
 * @param status as HTTP numbers it
 * @param kind a word for programs
 * @param title the kind in words
 * @param messages what is wrong, and what to do
 * @param exitCode that the command line has for it, where it has one
 * @param headers that belong to it
 */
record WebProblem(
        int status,
        String kind,
        String title,
        List<String> messages,
        Optional<Integer> exitCode,
        Map<String, String> headers) {

    static final String RETRY_AFTER = "Retry-After";

    WebProblem {
        messages = List.copyOf(messages);
        headers = Map.copyOf(headers);
    }

    /** One that the command line does not know. */
    static WebProblem of(int status, String kind, String title, String message) {
        return new WebProblem(status, kind, title, List.of(message), Optional.empty(), Map.of());
    }

    /** The same with a header. */
    WebProblem with(String header, String value) {
        return new WebProblem(status, kind, title, messages, exitCode, Map.of(header, value));
    }

    /** One for whom there is no room now. */
    static WebProblem busy(String message) {
        return of(503, "busy", "Too much to do", message).with(RETRY_AFTER, "1");
    }
}
