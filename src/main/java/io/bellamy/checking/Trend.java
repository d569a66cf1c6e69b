package io.bellamy.checking;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A line through values on days: the median of the slopes of all pairs (Theil and Sen), and whether there is a line at all,
 * by how many pairs go up and down (Mann and Kendall).
 *
 * @param perDay the slope
 * @param height of the line on the last day
 * @param surprise how many deviations the pairs are from as many up as down, without a sign
 */
record Trend(double perDay, double height, double surprise) {

    private static final double BEYOND_DOUBT = 4;
    private static final int FEWEST = 8;
    private static final int SHORTEST = 14;

    /** A day is never long enough for one to be told. */
    private static final Trend NONE = new Trend(0, 0, 0);

    static Trend of(DaySeries series) {
        int n = series.size();
        if (n < FEWEST || series.days() < SHORTEST) {
            return NONE;
        }
        double[] slopes = new double[n * (n - 1) / 2];
        int pairs = 0;
        double sign = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double days = series.day(j).toEpochDay() - series.day(i).toEpochDay();
                if (days > 0) {
                    slopes[pairs] = (series.value(j) - series.value(i)) / days;
                    sign += Math.signum(slopes[pairs]);
                    pairs++;
                }
            }
        }
        double slope = DaySeries.median(Arrays.copyOf(slopes, pairs));
        double height = DaySeries.median(IntStream.range(0, n)
                .mapToDouble(i -> series.value(i) + slope * daysLeft(series, i))
                .toArray());
        double deviation = Math.sqrt(n * (n - 1.0) * (2 * n + 5) / 18);
        return new Trend(slope, height, Math.abs(sign) / deviation);
    }

    /** Is there a line beyond doubt? */
    boolean isSure() {
        return surprise >= BEYOND_DOUBT;
    }

    /** The sum of the distances of all values from the line. */
    double distances(DaySeries series) {
        return IntStream.range(0, series.size())
                .mapToDouble(i -> Math.abs(series.value(i) - height + perDay * daysLeft(series, i)))
                .sum();
    }

    private static long daysLeft(DaySeries series, int i) {
        return series.newest().toEpochDay() - series.day(i).toEpochDay();
    }
}
