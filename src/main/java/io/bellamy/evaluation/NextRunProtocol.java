package io.bellamy.evaluation;

import io.bellamy.features.FeaturePipeline;
import io.bellamy.problem.Counted;
import io.bellamy.problem.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Each run is predicted from those of the days before it. From the first third of the runs on, time is cut into blocks:
 * methods learn of what was before a block, and know of all that was before the day asked about.
 *
 * @param blocks how often methods learn anew at most
 * @param questions how many runs of each algorithm are asked about at most
 */
public record NextRunProtocol(int blocks, int questions) implements Protocol {

    public NextRunProtocol {
        if (blocks < 1 || questions < 1) {
            throw new IllegalArgumentException(
                    "blocks " + blocks + " and questions " + questions + " must be at least 1");
        }
    }

    @Override
    public String word() {
        return "next-run";
    }

    @Override
    public int splits() {
        return 1;
    }

    @Override
    public List<QuestionKind> kinds() {
        return List.of(QuestionKind.NEXT);
    }

    @Override
    public String heldOut(long number) {
        return Counted.of(number, "run");
    }

    /**
     * Draws the questions.
     *
     * @throws InvalidInputException if no run tells its day
     */
    @Override
    public Map<String, Plan.Algorithm> plan(
            ContextSelection selection, FeaturePipeline features, Map<String, KnownAlgorithm> known, long seed) {
        if (known.values().stream()
                .flatMap(algorithm -> algorithm.runs().stream())
                .noneMatch(run -> run.measured().isPresent())) {
            throw new InvalidInputException(
                    "next-run: the data do not tell when the runs were, and the order of rows is no"
                            + " time: measured_at in dataset.yml names the column with the day or time");
        }
        Map<String, Plan.Algorithm> algorithms = new LinkedHashMap<>();
        known.forEach((name, own) -> algorithms.put(name, new NextRuns(this, selection, features, seed).of(name, own)));
        return algorithms;
    }
}
