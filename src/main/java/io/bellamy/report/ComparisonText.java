package io.bellamy.report;

import io.bellamy.problem.Counted;
import io.bellamy.store.Comparison;
import java.util.Locale;

/** A comparison of a new model with the published one in a few words. */
public final class ComparisonText {

    private ComparisonText() {}

    public static String of(Comparison comparison) {
        return String.format(
                Locale.ROOT,
                "mean relative error %.4f against %.4f of version %s on the same %s held out of both (%+.0f %%, up"
                        + " to +%.0f %% is published)",
                comparison.error(),
                comparison.currentError(),
                comparison.current(),
                Counted.of(comparison.runs(), "run"),
                100 * (comparison.error() / comparison.currentError() - 1),
                100 * comparison.margin());
    }
}
