package io.bellamy.recommendation;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds the knee of a curve: with scale-outs and runtimes both scaled to [0, 1], the point that is farthest below the line
 * from the top left to the bottom right. V. Satopaa, J. Albrecht, D. Irwin, B. Raghavan: Finding a "Kneedle" in a Haystack.
 * ICDCS Workshops 2011.
 */
final class Kneedle {

    private Kneedle() {}

    /** The knees of all machine types first, then the other candidates by how far they are below the line. */
    static List<Candidate> rank(List<Candidate> candidates) {
        Map<String, List<Candidate>> curves = candidates.stream()
                .collect(Collectors.groupingBy(Candidate::machineType, LinkedHashMap::new, Collectors.toList()));
        Map<Candidate, Double> depths = new HashMap<>();
        curves.values().forEach(curve -> depths.putAll(depths(curve)));
        Comparator<Candidate> deepest =
                comparing((Candidate candidate) -> -depths.get(candidate)).thenComparing(Objective.BY_RUNTIME);
        List<Candidate> knees = curves.values().stream()
                .map(curve -> curve.stream().min(deepest).orElseThrow())
                .toList();
        boolean priced =
                candidates.stream().allMatch(candidate -> candidate.cost().isPresent());
        List<Candidate> ranking = new ArrayList<>(knees);
        ranking.sort(priced ? Objective.BY_COST : Objective.BY_RUNTIME);
        candidates.stream()
                .filter(candidate -> !knees.contains(candidate))
                .sorted(deepest)
                .forEach(ranking::add);
        return ranking;
    }

    private static Map<Candidate, Double> depths(List<Candidate> curve) {
        double fewest = curve.stream().mapToInt(Candidate::scaleOut).min().orElseThrow();
        double most = curve.stream().mapToInt(Candidate::scaleOut).max().orElseThrow();
        double fastest = curve.stream().mapToDouble(Candidate::runtime).min().orElseThrow();
        double slowest = curve.stream().mapToDouble(Candidate::runtime).max().orElseThrow();
        Map<Candidate, Double> depths = new HashMap<>();
        for (Candidate candidate : curve) {
            double across = most > fewest ? (candidate.scaleOut() - fewest) / (most - fewest) : 0;
            double up = slowest > fastest ? (candidate.runtime() - fastest) / (slowest - fastest) : 1;
            depths.put(candidate, 1 - up - across);
        }
        return depths;
    }
}
