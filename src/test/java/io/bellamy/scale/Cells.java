package io.bellamy.scale;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Numbers as they stand in a table. */
final class Cells {

    private Cells() {}

    static String number(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }

    /** The median of runs, and between what they lie. */
    static String spread(List<MeasuredRun> all, ToDoubleFunction<MeasuredRun> seconds) {
        return number(
                "%.1f s (%.1f to %.1f)",
                CostModel.median(all, seconds),
                all.stream().mapToDouble(seconds).min().orElse(0),
                all.stream().mapToDouble(seconds).max().orElse(0));
    }
}
