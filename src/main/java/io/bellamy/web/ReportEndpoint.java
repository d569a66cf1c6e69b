package io.bellamy.web;

import io.bellamy.job.Costing;
import io.bellamy.report.SavingsJson;
import io.bellamy.request.CostingReader;
import io.bellamy.saving.SavingsSummary;
import io.bellamy.service.Savings;
import io.bellamy.service.Workspace;
import io.bellamy.yaml.YamlSection;

/**
 * Looks for clusters that cost jobs less, as {@code bellamy report -o json} does.
 *
 * @param workspace with data, models and configuration
 * @param costing where those who ask say nothing of costs
 * @param failures what is told of jobs of which nothing can be said
 */
record ReportEndpoint(Workspace workspace, Costing costing, Failures failures) implements Endpoint {

    @Override
    public HttpAnswer answer(HttpCall call) {
        RequestBodies.checkQuery(call);
        YamlSection root = JobsQuestion.root(call, workspace.configuration().limits());
        JobsQuestion question = JobsQuestion.read(root);
        Costing known = CostingReader.read(root).or(costing);
        root.rejectUnknownKeys();
        root.problems().throwIfAny();
        SavingsSummary summary = new Savings(workspace, known, question.deadlines())
                .all(question.target(), question.chosen(workspace.datasets()), failures::told);
        return HttpAnswer.json(SavingsJson.text(summary).stripTrailing() + System.lineSeparator());
    }
}
