package io.bellamy.web;

import io.bellamy.checking.CheckRules;
import io.bellamy.checking.CheckSummary;
import io.bellamy.report.CheckJson;
import io.bellamy.service.Checks;
import io.bellamy.service.Workspace;
import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Holds runs against what was expected, as {@code bellamy check -o json} does.
 *
 * @param workspace with data, models and configuration
 * @param failures what is told of jobs that can't be checked
 */
record CheckEndpoint(Workspace workspace, Failures failures) implements Endpoint {

    @Override
    public HttpAnswer answer(HttpCall call) {
        RequestBodies.checkQuery(call);
        YamlSection root = JobsQuestion.root(call, workspace.configuration().limits());
        JobsQuestion question = JobsQuestion.read(root);
        Optional<LocalDate> since = since(root);
        int ahead = root.scalar("ahead")
                .flatMap(scalar -> scalar.integer(1, CheckRules.MOST_AHEAD))
                .orElse(CheckRules.AHEAD);
        root.rejectUnknownKeys();
        root.problems().throwIfAny();
        CheckSummary summary = new Checks(workspace)
                .all(
                        question.target(),
                        question.chosen(workspace.datasets()),
                        new CheckRules(since.orElseThrow(), question.deadlines(), ahead),
                        failures::told,
                        (share, name) -> {});
        return HttpAnswer.json(CheckJson.text(summary).stripTrailing() + System.lineSeparator());
    }

    private Optional<LocalDate> since(YamlSection root) {
        Optional<YamlScalar> given = root.requiredScalar("since");
        Optional<LocalDate> day = given.flatMap(scalar -> CheckRules.day(scalar.text(), workspace.clock()));
        if (day.isEmpty()) {
            given.ifPresent(scalar -> scalar.reject("a day as 2026-11-20, or a number of days as 14d"));
        }
        return day;
    }
}
