package io.bellamy.web;

import io.bellamy.checking.CheckRules;
import io.bellamy.checking.CheckSummary;
import io.bellamy.data.DatasetCatalog;
import io.bellamy.job.Deadlines;
import io.bellamy.job.Name;
import io.bellamy.job.Preferences;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Problems;
import io.bellamy.report.CheckJson;
import io.bellamy.service.Checks;
import io.bellamy.service.Workspace;
import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import io.bellamy.yaml.YamlText;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds runs against what was expected, as {@code bellamy check -o json} does.
 *
 * @param workspace with data, models and configuration
 * @param failures what is told of jobs that can't be checked
 */
record CheckEndpoint(Workspace workspace, Failures failures) implements Endpoint {

    private static final double LEAST_SECONDS = 1e-3;
    private static final double MOST_SECONDS = 1e12;

    @Override
    public HttpAnswer answer(HttpCall call) {
        RequestBodies.checkQuery(call);
        List<YamlText> documents =
                RequestBodies.documents(call, workspace.configuration().limits());
        if (documents.size() != 1) {
            throw new InvalidInputException("request: must be one request, not " + documents.size());
        }
        Problems problems = new Problems(workspace.configuration().limits());
        YamlSection root = documents.get(0).read(problems);
        Optional<String> target = name(root, "training_target");
        if (target.isEmpty()) {
            problems.add(root.place("training_target") + ": is missing: it names the data set");
        }
        Optional<String> algorithm = name(root, "algorithm");
        Optional<LocalDate> since = since(root);
        int ahead = root.scalar("ahead")
                .flatMap(scalar -> scalar.integer(1, CheckRules.MOST_AHEAD))
                .orElse(CheckRules.AHEAD);
        Deadlines deadlines = deadlines(root);
        root.rejectUnknownKeys();
        problems.throwIfAny();
        return checked(target.orElseThrow(), algorithm, new CheckRules(since.orElseThrow(), deadlines, ahead));
    }

    private HttpAnswer checked(String target, Optional<String> algorithm, CheckRules rules) {
        DatasetCatalog datasets = workspace.datasets();
        Set<String> all = datasets.algorithms(target);
        rules.deadlines().byAlgorithm().keySet().stream()
                .filter(name -> !all.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new InvalidInputException("deadlines." + unknown + ": is no algorithm of the data set");
                });
        Set<String> chosen = algorithm
                .filter(name -> !datasets.isJoint(target, name))
                .map(Set::of)
                .orElse(all);
        CheckSummary summary = new Checks(workspace)
                .all(
                        target,
                        chosen,
                        rules,
                        (name, failure) ->
                                String.join("\n", failures.problem(failure).messages()),
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

    private static Deadlines deadlines(YamlSection root) {
        Map<String, Double> own = new LinkedHashMap<>();
        YamlSection section = root.section("deadlines");
        for (String algorithm : section.keys()) {
            section.requiredScalar(algorithm)
                    .flatMap(scalar -> scalar.number(LEAST_SECONDS, MOST_SECONDS))
                    .ifPresent(seconds -> own.put(algorithm, seconds));
        }
        Optional<Double> ofAll =
                root.scalar("max_runtime").flatMap(scalar -> scalar.number(LEAST_SECONDS, MOST_SECONDS));
        Optional<Double> confidence = root.scalar("confidence")
                .flatMap(scalar -> scalar.number(Preferences.LEAST_PROBABILITY, Preferences.MOST_PROBABILITY));
        if (confidence.isPresent() && ofAll.isEmpty() && own.isEmpty()) {
            root.problems().add(root.place("confidence") + ": must come with max_runtime or deadlines");
        }
        return new Deadlines(ofAll, own, confidence);
    }

    private static Optional<String> name(YamlSection root, String key) {
        Optional<YamlScalar> given =
                root.scalar(key).filter(scalar -> !scalar.text().isBlank());
        given.ifPresent(scalar -> Name.objection(scalar.text()).ifPresent(scalar::reject));
        return given.map(YamlScalar::text);
    }
}
