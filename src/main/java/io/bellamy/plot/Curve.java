package io.bellamy.plot;

import io.bellamy.adaptation.Interval;
import io.bellamy.prediction.Answer;
import io.bellamy.problem.Quoted;
import io.bellamy.recommendation.Candidate;
import io.bellamy.recommendation.Recommendation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A machine type, or a size, as it is drawn.
 *
 * @param answer what was predicted for it
 * @param look how it is told from others
 * @param points of its curves, in the order of the scale-outs
 */
record Curve(Answer answer, Look look, List<CurvePoint> points) {

    /** Steps that are finer than the pixels, on a linear axis or a logarithmic one, show nothing more. */
    private static final int MOST_STEPS = 1000;

    private static final double HALF_OF_ONE = 0.2;
    private static final int LONGEST_NAME = 32;

    /** Where a candidate stands; the only one of a machine type stands as a short piece of a curve. */
    record CurvePoint(double scaleOut, Candidate candidate) {

        double runtime() {
            return candidate.runtime();
        }

        Optional<Interval> interval() {
            return candidate.prediction().interval();
        }
    }

    Curve {
        points = List.copyOf(points);
    }

    /** The machine types in the order in which they were asked about; of too many those with the best candidates. */
    static List<Curve> of(Recommendation recommendation) {
        List<String> best = recommendation.ranking().stream()
                .map(candidate -> candidate.answer().machine())
                .distinct()
                .limit(Look.DIFFERENT)
                .toList();
        List<Curve> curves = new ArrayList<>();
        for (Answer answer : recommendation.answers()) {
            if (best.contains(answer.machine())) {
                curves.add(new Curve(answer, Look.of(curves.size()), points(recommendation, answer)));
            }
        }
        return curves;
    }

    private static List<CurvePoint> points(Recommendation recommendation, Answer answer) {
        List<Candidate> all = recommendation.ranking().stream()
                .filter(candidate -> candidate.answer().machine().equals(answer.machine()))
                .sorted(Comparator.comparingInt(Candidate::scaleOut))
                .toList();
        if (all.size() == 1) {
            Candidate only = all.get(0);
            return List.of(
                    new CurvePoint(only.scaleOut() - HALF_OF_ONE, only),
                    new CurvePoint(only.scaleOut() + HALF_OF_ONE, only));
        }
        List<CurvePoint> points = new ArrayList<>();
        Candidate first = all.get(0);
        Candidate last = all.get(all.size() - 1);
        double step = (double) (last.scaleOut() - first.scaleOut()) / MOST_STEPS;
        double ratio = Math.pow((double) last.scaleOut() / first.scaleOut(), 1.0 / MOST_STEPS);
        double next = 0;
        for (Candidate candidate : all) {
            if (candidate.scaleOut() >= next || candidate.scaleOut() == last.scaleOut()) {
                points.add(new CurvePoint(candidate.scaleOut(), candidate));
                next = Math.min(candidate.scaleOut() + step, candidate.scaleOut() * ratio);
            }
        }
        return points;
    }

    /** The machine type, short enough for a legend. */
    String name() {
        return shortened(answer.machine(), LONGEST_NAME);
    }

    /** A text of the user's that is safe to be shown, and not longer than this. */
    static String shortened(String text, int longest) {
        String plain = Quoted.line(text);
        return plain.codePointCount(0, plain.length()) <= longest
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, longest - 3)) + "...";
    }
}
