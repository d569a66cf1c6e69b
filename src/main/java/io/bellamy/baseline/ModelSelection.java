package io.bellamy.baseline;

import io.bellamy.job.Run;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The choice among models for one task, by leaving out known runs. */
final class ModelSelection {

    /** So many runs of the support are left out in turn where the context itself has not enough points. */
    private static final int LEFT_OUT = 6;

    private static final int FEWEST_POINTS = 2;

    private final List<CandidateModel> candidates;
    private final SupportGroups support;
    private final Seed seed;
    private final Map<CandidateModel, Double> supportErrors = new EnumMap<>(CandidateModel.class);

    ModelSelection(List<CandidateModel> candidates, SupportGroups support, Seed seed) {
        this.candidates = candidates;
        this.support = support;
        this.seed = seed;
    }

    /** The best model for a question's points, fitted to all that is known. */
    CandidateModel.FittedModel best(List<Run> points) {
        return candidates.stream()
                .sorted(Comparator.comparingDouble(candidate ->
                        points.size() < FEWEST_POINTS ? supportError(candidate) : error(candidate, points)))
                .flatMap(candidate -> fit(candidate, points).stream())
                .findFirst()
                .orElse(run -> Double.NaN);
    }

    private Optional<CandidateModel.FittedModel> fit(CandidateModel candidate, List<Run> points) {
        Features features = support.features(points);
        RunGroups cells = support.cells().and(RunGroups.of(points, features));
        return cells.size() == 0 ? Optional.empty() : candidate.fit(points, features, cells, seed);
    }

    /** The mean relative error where each point of the context is left out in turn. */
    private double error(CandidateModel candidate, List<Run> points) {
        return IntStream.range(0, points.size())
                .mapToDouble(left -> {
                    List<Run> others = new ArrayList<>(points);
                    Run point = others.remove(left);
                    double runtime = fit(candidate, others)
                            .map(fitted -> fitted.runtime(Features.planned(point)))
                            .orElse(Double.POSITIVE_INFINITY);
                    return Math.abs(runtime - point.runtime()) / point.runtime();
                })
                .average()
                .orElseThrow();
    }

    private synchronized double supportError(CandidateModel candidate) {
        return supportErrors.computeIfAbsent(candidate, this::measureOnSupport);
    }

    /** The same over some cells of the support; a model of the context alone has no say there and comes last. */
    private double measureOnSupport(CandidateModel candidate) {
        RunGroups cells = support.cells();
        if (cells.size() < FEWEST_POINTS || candidate == CandidateModel.CONTEXT) {
            return Double.POSITIVE_INFINITY;
        }
        List<Integer> all = IntStream.range(0, cells.size()).boxed().toList();
        return cells.sampleNumbers(LEFT_OUT, seed.stream("left out")).stream()
                .mapToDouble(left -> {
                    RunGroups others = cells.only(
                            all.stream().filter(cell -> !cell.equals(left)).toList());
                    return candidate
                            .learn(others, seed)
                            .map(regression -> Math.abs(regression.of(cells.input(left)) - cells.mean(left)))
                            .orElse(Double.POSITIVE_INFINITY);
                })
                .average()
                .orElseThrow();
    }
}
