package io.bellamy.data;

import io.bellamy.numerics.DecimalText;
import io.bellamy.numerics.Runtimes;
import java.math.BigDecimal;

/**
 * Reads the runtime of a row.
 *
 * @param source where it comes from
 */
record RuntimeReader(RuntimeSource source) {

    /** In seconds. */
    double seconds(SourceRow row) throws BadValue {
        if (source instanceof RuntimeSource.Between between) {
            return seconds(row, between);
        }
        return source instanceof RuntimeSource.Taken taken ? seconds(row, taken) : Double.NaN;
    }

    private static double seconds(SourceRow row, RuntimeSource.Taken taken) throws BadValue {
        String text = row.get(taken.column());
        double seconds = taken.form().seconds(text).map(BigDecimal::doubleValue).orElse(Double.NaN);
        if (!(seconds > 0) || Double.isInfinite(seconds)) {
            throw new BadValue(taken.column(), text, rule(taken.form(), text));
        }
        if (!Runtimes.isUsable(seconds)) {
            throw new BadValue(taken.column(), text, Runtimes.RULE);
        }
        return seconds;
    }

    private static String rule(TimeForm form, String text) {
        return form.rule() + (form instanceof WrittenTime written ? written.hint(text) : DecimalText.hint(text));
    }

    private static double seconds(SourceRow row, RuntimeSource.Between between) throws BadValue {
        String start = row.get(between.start());
        String end = row.get(between.end());
        RunTime.Moment from = moment(between.start(), start, between.form());
        RunTime.Moment to = moment(between.end(), end, between.form());
        if (from.zoned() != to.zoned()) {
            throw new BadValue(between.end(), end, "written with a zone or without one, as the start " + start + " is");
        }
        double seconds = to.seconds().subtract(from.seconds()).doubleValue();
        if (!(seconds > 0)) {
            throw new BadValue(between.end(), end, "later than the start " + start);
        }
        if (!Runtimes.isUsable(seconds)) {
            throw new BadValue(between.end(), end, "at most a thousand million seconds later than the start " + start);
        }
        return seconds;
    }

    private static RunTime.Moment moment(String column, String text, MomentForm form) throws BadValue {
        return form.moment(text).orElseThrow(() -> new BadValue(column, text, form.momentRule(text)));
    }
}
