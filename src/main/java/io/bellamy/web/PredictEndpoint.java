package io.bellamy.web;

import io.bellamy.job.Costing;
import io.bellamy.job.Preferences;
import io.bellamy.problem.Limits;
import io.bellamy.report.JsonReport;
import io.bellamy.request.RequestText;
import io.bellamy.service.Answering;
import io.bellamy.service.LiveJobs;
import io.bellamy.service.Reply;
import io.bellamy.service.Reply.Refused;
import io.bellamy.service.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Answers requests, as {@code bellamy predict -o json} does.
 *
 * @param workspace with the configuration
 * @param jobs that are asked about
 * @param costing for requests that say nothing of costs
 * @param failures what is told of what can't be answered
 */
record PredictEndpoint(Workspace workspace, LiveJobs jobs, Costing costing, Failures failures) implements Endpoint {

    static final String EACH = "each_candidate";
    static final String EXPLAIN = "explain";

    /** What else can be asked for, with what it does. */
    static final Map<String, String> FLAGS = Map.of(
            EACH, "predict each context in question instead of refusing",
            EXPLAIN, "say how the model sees the choice");

    /** More keep others waiting for too long. */
    private static final int MOST = 1000;

    @Override
    public HttpAnswer answer(HttpCall call) {
        RequestBodies.checkQuery(call, EACH, EXPLAIN);
        Answering.Asking asking = new Answering.Asking(
                Optional.empty(),
                Optional.empty(),
                Preferences.NONE,
                costing,
                RequestBodies.flag(call, EACH),
                RequestBodies.flag(call, EXPLAIN));
        Limits limits = workspace.configuration().limits();
        List<RequestText> texts = RequestBodies.requests(call, limits);
        if (texts.size() > MOST) {
            throw new WebProblemException(WebProblem.of(
                    413,
                    "too-large",
                    "Too much was sent",
                    "there may be " + MOST + " requests at a time, not " + texts.size()
                            + "; send them in several parts"));
        }
        // all of them from what there is at one moment
        Answering answering = new Answering(workspace, jobs.view(), asking);
        JsonReport form = new JsonReport(false);
        if (texts.size() == 1 && !call.isLines()) {
            return HttpAnswer.json(form.alone(answering.answer(texts.get(0))));
        }
        return HttpAnswer.json(texts.stream()
                .map(text -> form.oneOfMany(reply(answering, text)))
                .collect(Collectors.joining(form.between(), form.before(), form.after())));
    }

    private Reply reply(Answering answering, RequestText text) {
        try {
            return answering.answer(text);
        } catch (RuntimeException | StackOverflowError failed) {
            WebProblem problem = failures.problem(failed);
            return new Refused(text.source(), problem.exitCode().orElse(1), problem.messages());
        }
    }
}
