package io.bellamy.web;

import io.bellamy.problem.Limits;
import io.bellamy.request.RequestText;
import io.bellamy.yaml.YamlFile;
import io.bellamy.yaml.YamlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what was sent. It may name data sets, algorithms and values, but no files. */
final class RequestBodies {

    /** What bodies may be, with what they are called in messages. */
    static final Map<String, String> FORMS = Map.of(
            "application/json", "request.json",
            "application/x-ndjson", "request.jsonl",
            "application/jsonl", "request.jsonl",
            "application/yaml", "request",
            "application/x-yaml", "request",
            "text/yaml", "request");

    private static final Set<String> YES = Set.of("true", "1", "");

    private RequestBodies() {}

    /** The requests of a body. */
    static List<RequestText> requests(HttpCall call, Limits limits) {
        try {
            return RequestText.in(name(call), call.body().stream(), limits);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /** The documents of a body. */
    static List<YamlText> documents(HttpCall call, Limits limits) {
        try {
            return YamlFile.documents(name(call), call.body().stream(), limits);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static String name(HttpCall call) {
        return Optional.ofNullable(FORMS.get(call.mediaType())).orElse("request");
    }

    /** Fails where the address has parameters that there are not. */
    static void checkQuery(HttpCall call, String... known) {
        Set<String> unknown = new TreeSet<>(call.query().keySet());
        unknown.removeAll(Set.of(known));
        if (!unknown.isEmpty()) {
            throw wrong("there is no parameter " + String.join(", ", unknown) + "; "
                    + (known.length == 0 ? "there is none at all" : "there are " + String.join(", ", known)));
        }
    }

    /** Is a parameter set? */
    static boolean flag(HttpCall call, String name) {
        Optional<String> given = Optional.ofNullable(call.query().get(name));
        if (given.isPresent()
                && !YES.contains(given.get())
                && !Set.of("false", "0").contains(given.get())) {
            throw wrong(name + ": '" + given.get() + "' must be true or false");
        }
        return given.filter(YES::contains).isPresent();
    }

    private static io.bellamy.problem.InvalidInputException wrong(String message) {
        return new io.bellamy.problem.InvalidInputException(io.bellamy.problem.Quoted.line(message));
    }
}
