package io.bellamy.report;

import io.bellamy.adaptation.Interval;
import io.bellamy.recommendation.Candidate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A small curve in characters, a row for each candidate: where its runtime lies between 0 and the largest.
 *
 * @param most seconds at the right end
 */
record RuntimeCurve(double most) {

    private static final int WIDTH = 30;

    static RuntimeCurve over(List<Candidate> candidates) {
        return new RuntimeCurve(candidates.stream()
                .mapToDouble(candidate ->
                        candidate.prediction().interval().map(Interval::upper).orElse(candidate.runtime()))
                .max()
                .orElseThrow());
    }

    String header() {
        String right = String.format(Locale.ROOT, "%.0f s", most);
        return "0" + " ".repeat(Math.max(1, WIDTH - 1 - right.length())) + right;
    }

    /** {@code -} along the interval, {@code o} at the runtime. */
    String of(Candidate candidate) {
        StringBuilder row = new StringBuilder(" ".repeat(WIDTH));
        Optional<Interval> interval = candidate.prediction().interval();
        interval.ifPresent(range -> {
            for (int at = place(range.lower()); at <= place(range.upper()); at++) {
                row.setCharAt(at, '-');
            }
        });
        row.setCharAt(place(candidate.runtime()), 'o');
        return row.toString();
    }

    private int place(double seconds) {
        return (int) Math.round(Math.max(0, Math.min(1, seconds / most)) * (WIDTH - 1));
    }
}
