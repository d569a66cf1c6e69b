package io.bellamy.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.problem.Quoted;
import java.util.HashMap;
import java.util.Map;

/** Problems as documents (RFC 9457); examples/problem.schema.json is their contract. */
final class ProblemJson {

    static final String MEDIA_TYPE = "application/problem+json";
    private static final String KIND = "urn:bellamy:problem:";

    private ProblemJson() {}

    static HttpAnswer answer(WebProblem problem) {
        return answer(problem, document(problem));
    }

    /** With more in the document. */
    static HttpAnswer answer(WebProblem problem, ObjectNode document) {
        Map<String, String> headers = new HashMap<>(problem.headers());
        return new HttpAnswer(
                problem.status(), MEDIA_TYPE, Quoted.escaped(document.toPrettyString(), "\r\n") + "\n", headers);
    }

    static ObjectNode document(WebProblem problem) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("type", KIND + problem.kind())
                .put("title", problem.title())
                .put("status", problem.status())
                .put("detail", String.join("\n", problem.messages()));
        problem.exitCode().ifPresent(code -> document.put("exit_code", code));
        ArrayNode errors = document.putArray("errors");
        problem.messages().stream().map(ProblemFact::of).forEach(fact -> {
            ObjectNode error = errors.addObject().put("message", fact.message());
            fact.file().ifPresent(file -> error.put("file", file));
            fact.line().ifPresent(line -> error.put("line", line));
            fact.key().ifPresent(key -> error.put("key", key));
            fact.value().ifPresent(value -> error.put("value", value));
            fact.remedy().ifPresent(remedy -> error.put("remedy", remedy));
        });
        return document;
    }
}
