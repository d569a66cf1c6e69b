package io.bellamy.recommendation;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Comparator;
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

    private static final Comparator<KneePoint> DEEPEST =
            comparing((KneePoint point) -> -point.depth()).thenComparing(KneePoint::candidate, Objective.BY_RUNTIME);

    private Kneedle() {}

    /**
     * A candidate on its curve.
     *
     * @param depth how far it is below the line
     */
    private record KneePoint(Candidate candidate, double depth) {}

    /** The knees of all machine types first, then the other candidates by how far they are below the line. */
    static List<Candidate> rank(List<Candidate> candidates) {
        Map<String, List<Candidate>> curves = candidates.stream()
                .collect(Collectors.groupingBy(Candidate::machineType, LinkedHashMap::new, Collectors.toList()));
        List<KneePoint> knees = new ArrayList<>();
        List<KneePoint> others = new ArrayList<>();
        for (List<Candidate> curve : curves.values()) {
            List<KneePoint> points = points(curve).stream().sorted(DEEPEST).toList();
            knees.add(points.get(0));
            others.addAll(points.subList(1, points.size()));
        }
        boolean priced = knees.stream().allMatch(knee -> knee.candidate().cost().isPresent());
        knees.sort(comparing(KneePoint::candidate, priced ? Objective.BY_COST : Objective.BY_RUNTIME));
        others.sort(DEEPEST);
        knees.addAll(others);
        return knees.stream().map(KneePoint::candidate).toList();
    }

    private static List<KneePoint> points(List<Candidate> curve) {
        double fewest = curve.stream().mapToInt(Candidate::scaleOut).min().orElseThrow();
        double most = curve.stream().mapToInt(Candidate::scaleOut).max().orElseThrow();
        double fastest = curve.stream().mapToDouble(Candidate::runtime).min().orElseThrow();
        double slowest = curve.stream().mapToDouble(Candidate::runtime).max().orElseThrow();
        return curve.stream()
                .map(candidate -> {
                    double across = most > fewest ? (candidate.scaleOut() - fewest) / (most - fewest) : 0;
                    double up = slowest > fastest ? (candidate.runtime() - fastest) / (slowest - fastest) : 1;
                    return new KneePoint(candidate, 1 - up - across);
                })
                .toList();
    }
}
