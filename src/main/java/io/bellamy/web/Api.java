package io.bellamy.web;

import io.bellamy.service.LiveJobs;
import io.bellamy.service.Workspace;
import io.bellamy.web.Route.Access;
import io.bellamy.web.RouteContract.AddressParameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that can be asked. */
final class Api {

    private final List<Route> routes;

    Api(
            Workspace workspace,
            LiveJobs jobs,
            ServeSettings settings,
            Failures failures,
            Readiness ready,
            ServiceMetrics metrics) {
        AddressParameter target = new AddressParameter("training_target", "string", false, "only of this data set");
        AddressParameter algorithm = new AddressParameter("algorithm", "string", false, "only of this algorithm");
        this.routes = List.of(
                new Route(
                        "POST",
                        "/v1/predict",
                        Lane.QUICK,
                        Access.READ,
                        new PredictEndpoint(workspace, jobs, settings.costing(), failures),
                        RouteContract.sent(
                                "predict",
                                "The runtimes at each scale-out, and which is recommended; of several requests the answers in their order.",
                                "Request",
                                "Prediction",
                                AddressParameter.flag(
                                        PredictEndpoint.EACH, "predict each context in question instead of refusing"),
                                AddressParameter.flag(PredictEndpoint.EXPLAIN, "say how the model sees the choice"))),
                new Route(
                        "POST",
                        "/v1/suggest",
                        Lane.QUICK,
                        Access.READ,
                        new SuggestEndpoint(workspace, jobs),
                        RouteContract.sent(
                                "suggest",
                                "The run whose measurement would narrow the answer most.",
                                "Request",
                                "Suggestion")),
                new Route(
                        "POST",
                        "/v1/check",
                        Lane.SLOW,
                        Access.READ,
                        new CheckEndpoint(workspace, failures),
                        RouteContract.sent(
                                "check",
                                "Whether jobs have run as was expected; takes seconds.",
                                "CheckRequest",
                                "Check")),
                new Route(
                        "POST",
                        "/v1/runs",
                        Lane.WRITING,
                        Access.WRITE,
                        new RecordEndpoint(workspace, jobs),
                        RouteContract.sent(
                                "record",
                                "Adds a run to a data set, once; several as lines of JSON. Answers rest on it from then on.",
                                "Run",
                                "Recording",
                                new AddressParameter(RecordEndpoint.TARGET, "string", true, "the data set"),
                                new AddressParameter(
                                        RecordEndpoint.ALGORITHM, "string", false, "where runs do not name theirs"),
                                AddressParameter.flag(
                                        RecordEndpoint.REPLACE, "put other values in the place of those recorded"))),
                new Route(
                        "GET",
                        "/v1/models",
                        Lane.QUICK,
                        Access.READ,
                        new ModelsEndpoint(workspace),
                        RouteContract.got("models", "The stored versions.", "Models", target, algorithm)),
                new Route(
                        "GET",
                        "/v1/jobs",
                        Lane.QUICK,
                        Access.READ,
                        new JobsEndpoint(jobs),
                        RouteContract.got("jobs", "What can be asked about, with usual requests.", "Jobs")),
                new Route(
                        "GET",
                        "/metrics",
                        Lane.NOW,
                        Access.READ,
                        metrics,
                        new RouteContract(
                                "metrics", "Figures for Prometheus.", List.of(), Optional.empty(), Optional.empty())),
                new Route(
                        "GET",
                        "/healthz",
                        Lane.NOW,
                        Access.OPEN,
                        call -> new HttpAnswer(200, HttpAnswer.JSON, "{\"status\":\"alive\"}\n", Map.of()),
                        RouteContract.got("alive", "Whether the service runs.", "Alive")),
                new Route(
                        "GET",
                        "/readyz",
                        Lane.NOW,
                        Access.OPEN,
                        ready,
                        RouteContract.got("ready", "Whether requests should come here.", "Readiness")),
                new Route(
                        "GET",
                        "/openapi.json",
                        Lane.NOW,
                        Access.OPEN,
                        new OpenApiEndpoint(settings.version(), this::all),
                        new RouteContract(
                                "openapi", "This document.", List.of(), Optional.empty(), Optional.of("Anything"))));
    }

    private List<Route> all() {
        return routes;
    }

    /** Those of a path, one for each method. */
    List<Route> at(String path) {
        return routes.stream().filter(route -> route.path().equals(path)).toList();
    }
}
