package io.bellamy.web;

import io.bellamy.service.LiveJobs;
import io.bellamy.service.Workspace;
import io.bellamy.web.Route.Access;
import io.bellamy.web.RouteContract.AddressParameter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All that can be asked. */
final class Api {

    /** For programs. */
    private final List<Route> routes;

    /** For people. */
    private final List<Route> page;

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
                                "The runtimes at each scale-out, and which is recommended; of several requests (lines of JSON, documents of YAML) an array of Prediction.reply in their order.",
                                "Request",
                                Contracts.ANSWER,
                                AddressParameter.flag(
                                        PredictEndpoint.EACH, PredictEndpoint.FLAGS.get(PredictEndpoint.EACH)),
                                AddressParameter.flag(
                                        PredictEndpoint.EXPLAIN, PredictEndpoint.FLAGS.get(PredictEndpoint.EXPLAIN)))),
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
                        "/v1/picture",
                        Lane.QUICK,
                        Access.READ,
                        new PictureEndpoint(workspace, jobs, settings.costing()),
                        RouteContract.drawn(
                                "picture",
                                "The answer as a picture: curves with their intervals, runs, costs, limits, and what is recommended.",
                                "Request",
                                PictureEndpoint.MEDIA_TYPE,
                                new AddressParameter(
                                        PictureEndpoint.WIDTH,
                                        "integer",
                                        false,
                                        "in points, from 320 to 1920; 960 if not given"))),
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
                        "/v1/report",
                        Lane.SLOW,
                        Access.READ,
                        new ReportEndpoint(workspace, settings.costing(), failures),
                        RouteContract.sent(
                                "report",
                                "What jobs could save on other clusters; takes seconds.",
                                "ReportRequest",
                                "Report")),
                new Route(
                        "GET",
                        "/v1/runs",
                        Lane.QUICK,
                        Access.READ,
                        new RunsEndpoint(jobs),
                        RouteContract.got(
                                "runs",
                                "The runs that answers about a job rest on, the newest first.",
                                "Runs",
                                new AddressParameter(ModelsEndpoint.TARGET, "string", true, "the data set"),
                                new AddressParameter(ModelsEndpoint.ALGORITHM, "string", true, "the algorithm"),
                                new AddressParameter(
                                        RunsEndpoint.LIMIT, "integer", false, "so many at most; 100 if not given"),
                                new AddressParameter(RunsEndpoint.SKIP, "integer", false, "not the first so many"))),
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
                        new JobsEndpoint(jobs, settings.costing().workers()),
                        RouteContract.got("jobs", "What can be asked about, with usual requests.", "Jobs")),
                new Route(
                        "GET",
                        "/metrics",
                        Lane.NOW,
                        Access.READ,
                        metrics,
                        RouteContract.text("metrics", "Figures for Prometheus.", "text/plain")),
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
                        RouteContract.got("openapi", "This document.", "Anything")));
        this.page = PageEndpoint.routes();
    }

    private List<Route> all() {
        return routes;
    }

    /** Those of a path, one for each method. */
    List<Route> at(String path) {
        return Stream.concat(routes.stream(), page.stream())
                .filter(route -> route.path().equals(path))
                .toList();
    }
}
