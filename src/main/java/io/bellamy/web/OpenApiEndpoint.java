package io.bellamy.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What can be asked, for programs: OpenAPI 3.1, of the same contracts as the command line has. */
final class OpenApiEndpoint implements Endpoint {

    private static final String CONTRACT = "#/components/schemas/";
    private static final Map<Integer, String> PROBLEMS = Map.of(
            400, "something is wrong with what was sent",
            401, "a token is needed",
            403, "who asks may not",
            404, "there is no such job",
            503, "too much to do, or about to stop: ask again later");

    private final String version;
    private final Supplier<List<Route>> routes;

    /**
     * Of routes, which this is one of.
     *
     * @param version of the program
     */
    OpenApiEndpoint(String version, Supplier<List<Route>> routes) {
        this.version = version;
        this.routes = routes;
    }

    @Override
    public HttpAnswer answer(HttpCall call) {
        RequestBodies.checkQuery(call);
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Bellamy")
                .put("version", version)
                .put("description", "Predicts how long a Spark or Flink job runs on a cluster of a given size.")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", "/");
        ObjectNode paths = document.putObject("paths");
        for (Route route : routes.get()) {
            paths.withObjectProperty(route.path())
                    .set(route.method().toLowerCase(java.util.Locale.ROOT), operation(route));
        }
        ObjectNode components = document.putObject("components");
        components.set("schemas", new Contracts().all());
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer");
        return HttpAnswer.json(document.toPrettyString() + System.lineSeparator());
    }

    private static ObjectNode operation(Route route) {
        RouteContract contract = route.contract();
        ObjectNode operation = JsonNodeFactory.instance
                .objectNode()
                .put("operationId", contract.name())
                .put("summary", contract.summary());
        if (!contract.parameters().isEmpty()) {
            ArrayNode parameters = operation.putArray("parameters");
            contract.parameters().forEach(parameter -> parameter.putInto(parameters.addObject()));
        }
        contract.body().ifPresent(body -> {
            ObjectNode content =
                    operation.putObject("requestBody").put("required", true).putObject("content");
            content.putObject(HttpAnswer.JSON).set("schema", reference(body));
            content.putObject("application/yaml").set("schema", reference(body));
        });
        ObjectNode responses = operation.putObject("responses");
        ObjectNode content =
                responses.putObject("200").put("description", "the answer").putObject("content");
        contract.answer()
                .ifPresentOrElse(
                        answer -> content.putObject(contract.mediaType()).set("schema", reference(answer)),
                        () -> content.putObject(contract.mediaType())
                                .putObject("schema")
                                .put("type", "string"));
        PROBLEMS.keySet().stream().sorted().forEach(status -> responses
                .putObject(Integer.toString(status))
                .put("description", PROBLEMS.get(status))
                .putObject("content")
                .putObject(ProblemJson.MEDIA_TYPE)
                .set("schema", reference("Problem")));
        ArrayNode security = operation.putArray("security");
        if (route.access() != Route.Access.OPEN) {
            security.addObject().putArray("token");
        }
        if (route.access() != Route.Access.WRITE) {
            security.addObject();
        }
        return operation;
    }

    private static ObjectNode reference(String schema) {
        return JsonNodeFactory.instance.objectNode().put("$ref", CONTRACT + schema);
    }
}
