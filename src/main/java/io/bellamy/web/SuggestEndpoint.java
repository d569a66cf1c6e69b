package io.bellamy.web;

import io.bellamy.job.Costing;
import io.bellamy.job.Preferences;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.report.NextRunReport;
import io.bellamy.request.RequestText;
import io.bellamy.service.Answering;
import io.bellamy.service.LiveJobs;
import io.bellamy.service.Workspace;
import java.util.List;
import java.util.Optional;

/**
 * Names the next run worth measuring, as {@code bellamy suggest -o json} does.
 *
 * @param workspace with the configuration
 * @param jobs that are asked about
 */
record SuggestEndpoint(Workspace workspace, LiveJobs jobs) implements Endpoint {

    @Override
    public HttpAnswer answer(HttpCall call) {
        RequestBodies.checkQuery(call);
        List<RequestText> texts =
                RequestBodies.requests(call, workspace.configuration().limits());
        if (texts.size() != 1) {
            throw new InvalidInputException("request: must be one request, not " + texts.size());
        }
        Answering.Asking asking =
                new Answering.Asking(Optional.empty(), Optional.empty(), Preferences.NONE, Costing.NONE, false, false);
        return HttpAnswer.json(NextRunReport.json(new Answering(workspace, jobs.view(), asking).suggest(texts.get(0))));
    }
}
