package io.bellamy.web;

import io.bellamy.job.Prices;
import io.bellamy.service.LiveJobs;
import io.bellamy.service.Workspace;
import io.bellamy.web.Route.Access;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that can be asked. */
final class Api {

    static final String READY = "/readyz";

    private final List<Route> routes;

    Api(
            Workspace workspace,
            LiveJobs jobs,
            Optional<Prices> prices,
            Failures failures,
            Readiness readiness,
            ServiceMetrics metrics) {
        this.routes = List.of(
                new Route(
                        "POST",
                        "/v1/predict",
                        Lane.QUICK,
                        Access.READ,
                        new PredictEndpoint(workspace, jobs, prices, failures)),
                new Route("POST", "/v1/suggest", Lane.QUICK, Access.READ, new SuggestEndpoint(workspace, jobs)),
                new Route("POST", "/v1/check", Lane.SLOW, Access.READ, new CheckEndpoint(workspace, failures)),
                new Route("POST", "/v1/runs", Lane.WRITING, Access.WRITE, new RecordEndpoint(workspace, jobs)),
                new Route("GET", "/v1/models", Lane.QUICK, Access.READ, new ModelsEndpoint(workspace)),
                new Route("GET", "/v1/jobs", Lane.QUICK, Access.READ, new JobsEndpoint(jobs)),
                new Route("GET", "/metrics", Lane.NOW, Access.READ, metrics),
                new Route(
                        "GET",
                        "/healthz",
                        Lane.NOW,
                        Access.OPEN,
                        call -> new HttpAnswer(200, HttpAnswer.JSON, "{\"status\":\"alive\"}\n", Map.of())),
                new Route("GET", READY, Lane.NOW, Access.OPEN, readiness),
                new Route("GET", "/openapi.json", Lane.NOW, Access.OPEN, new OpenApiEndpoint()));
    }

    /** Those of a path, one for each method. */
    List<Route> at(String path) {
        return routes.stream().filter(route -> route.path().equals(path)).toList();
    }
}
