package io.bellamy.web;

import io.bellamy.data.DatasetCatalog;
import io.bellamy.job.Deadlines;
import io.bellamy.job.Name;
import io.bellamy.job.Preferences;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Limits;
import io.bellamy.problem.Problems;
import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import io.bellamy.yaml.YamlText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which jobs of a data set are asked about, and how long their runs may take: what checks and reports are asked alike.
 *
 * @param target the data set; blank where that is one of the problems
 * @param algorithm only this one, where it is given
 * @param deadlines of the jobs
 */
record JobsQuestion(String target, Optional<String> algorithm, Deadlines deadlines) {

    private static final double LEAST_SECONDS = 1e-3;
    private static final double MOST_SECONDS = 1e12;

    /** The only document of a body. */
    static YamlSection root(HttpCall call, Limits limits) {
        List<YamlText> documents = RequestBodies.documents(call, limits);
        if (documents.size() != 1) {
            throw new InvalidInputException("request: must be one request, not " + documents.size());
        }
        return documents.get(0).read(new Problems(limits));
    }

    /** Reads its keys; what is wrong with them becomes problems of the section. */
    static JobsQuestion read(YamlSection root) {
        Optional<String> target = name(root, "training_target");
        if (target.isEmpty()) {
            root.problems().add(root.place("training_target") + ": is missing: it names the data set");
        }
        return new JobsQuestion(target.orElse(""), name(root, "algorithm"), deadlines(root));
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

    /**
     * The algorithms that are asked about.
     *
     * @throws InvalidInputException where the data set has no such algorithm, or none that a deadline is of
     */
    Set<String> chosen(DatasetCatalog datasets) {
        Set<String> all = datasets.algorithms(target);
        deadlines.byAlgorithm().keySet().stream()
                .filter(name -> !all.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new InvalidInputException("deadlines." + unknown + ": is no algorithm of the data set");
                });
        // which tells the ones that there are
        algorithm
                .filter(name -> !all.contains(name) && !datasets.isJoint(target, name))
                .ifPresent(unknown -> datasets.load(target, unknown));
        return algorithm
                .filter(name -> !datasets.isJoint(target, name))
                .map(Set::of)
                .orElse(all);
    }
}
