package io.bellamy.process;

import io.bellamy.process.ProcessColumns.DaySpan;

/**
 * How runs of two days go together.
 *
 * @param centre days since the epoch, where a trend is nothing
 * @param scale days, after which it is one
 */
record TimeKernel(double centre, double scale) {

    static TimeKernel of(ProcessColumns columns) {
        DaySpan span = columns.days().orElse(new DaySpan(0, 1));
        return new TimeKernel(span.centre(), span.scale());
    }

    /** A level that changes now and then, at a rate a day. */
    @SuppressWarnings("ReferenceEquality") // two runs of a day that nobody knows may be alike, but are not one
    double level(RunPlace one, RunPlace other, double rate) {
        if (one == other) {
            return 1;
        }
        double days = Math.abs(one.day() - other.day());
        // a day that nobody knows tells nothing
        return Double.isNaN(days) ? 0 : Math.exp(-days * rate);
    }

    /** A slope over the days. */
    double trend(RunPlace one, RunPlace other) {
        double product = (one.day() - centre) * (other.day() - centre) / (scale * scale);
        return Double.isNaN(product) ? 0 : product;
    }
}
