package io.bellamy.web;

import io.bellamy.job.Costing;
import io.bellamy.job.Preferences;
import io.bellamy.plot.PictureFormat;
import io.bellamy.plot.RecommendationPlot;
import io.bellamy.prediction.Answer;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.MachineException;
import io.bellamy.problem.Quoted;
import io.bellamy.request.RequestText;
import io.bellamy.service.Advice;
import io.bellamy.service.Answering;
import io.bellamy.service.LiveJobs;
import io.bellamy.service.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Draws the answer to a request, as {@code bellamy predict --plot} does. It says in its headers which model and data it is of, for
 * those who show it beside an answer.
 *
 * @param workspace with the configuration
 * @param jobs that are asked about
 * @param costing for requests that say nothing of costs
 */
record PictureEndpoint(Workspace workspace, LiveJobs jobs, Costing costing) implements Endpoint {

    static final String MEDIA_TYPE = "image/svg+xml";
    static final String WIDTH = "width";
    private static final String MODEL = "Bellamy-Model-Version";
    private static final String DATA = "Bellamy-Data-Sha256";

    @Override
    public HttpAnswer answer(HttpCall call) {
        RequestBodies.checkQuery(call, WIDTH);
        int width = width(call);
        List<RequestText> texts =
                RequestBodies.requests(call, workspace.configuration().limits());
        if (texts.size() != 1) {
            throw new InvalidInputException("request: must be one request, not " + texts.size());
        }
        Answering.Asking asking =
                new Answering.Asking(Optional.empty(), Optional.empty(), Preferences.NONE, costing, false, true);
        Advice advice = new Answering(workspace, jobs.view(), asking)
                .answer(texts.get(0))
                .advice()
                .get(0);
        try {
            byte[] svg =
                    RecommendationPlot.render(advice.recommendation(), advice.fixedSeconds(), width, PictureFormat.SVG);
            Answer answer = advice.recommendation().choice().answer();
            return new HttpAnswer(
                    200,
                    MEDIA_TYPE,
                    new String(svg, StandardCharsets.UTF_8),
                    Map.of(MODEL, answer.model().version(), DATA, answer.dataDigest()));
        } catch (IOException failure) {
            throw new MachineException("the picture can't be drawn: " + failure.getMessage(), failure);
        }
    }

    private static int width(HttpCall call) {
        String given = call.query().getOrDefault(WIDTH, Integer.toString(RecommendationPlot.WIDTH));
        if (!given.matches("\\d{1,4}")
                || Integer.parseInt(given) < RecommendationPlot.LEAST_WIDTH
                || Integer.parseInt(given) > RecommendationPlot.MOST_WIDTH) {
            throw new InvalidInputException(WIDTH + ": " + Quoted.of(given) + " must be a whole number from "
                    + RecommendationPlot.LEAST_WIDTH + " to " + RecommendationPlot.MOST_WIDTH);
        }
        return Integer.parseInt(given);
    }
}
