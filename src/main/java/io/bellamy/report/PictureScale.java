package io.bellamy.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Where days and seconds stand in a picture. Seconds begin at zero, or, where the largest are more than 50 times the smallest,
 * stand on a logarithmic axis.
 *
 * @param first the first day
 * @param days how many there are
 * @param least seconds at the bottom
 * @param most seconds at the top
 * @param logarithmic whether the axis is
 */
record PictureScale(LocalDate first, long days, double least, double most, boolean logarithmic) {

    static final int WIDTH = 760;
    static final int HEIGHT = 260;
    static final int LEFT = 64;
    static final int RIGHT = WIDTH - 12;
    static final int TOP = 14;
    static final int BOTTOM = HEIGHT - 26;

    private static final double LINEAR_RATIO = 50;
    private static final double ROOM = 1.06;
    private static final int TICKS = 5;
    private static final int DAYS_WITH_A_LABEL = 7;

    static PictureScale of(LocalDate first, LocalDate last, List<Double> heights) {
        double least = heights.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double most = heights.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        boolean logarithmic = most > LINEAR_RATIO * least;
        return new PictureScale(
                first,
                last.toEpochDay() - first.toEpochDay() + 1,
                logarithmic ? least / ROOM : 0,
                most * ROOM,
                logarithmic);
    }

    /** Where a part of a day stands. */
    double x(LocalDate day, double share) {
        return LEFT + (day.toEpochDay() - first.toEpochDay() + share) / days * (RIGHT - LEFT);
    }

    /** Where a runtime stands; what is beyond the picture stands at its edge. */
    double y(double seconds) {
        double share =
                logarithmic ? Math.log(Math.max(seconds, least) / least) / Math.log(most / least) : seconds / most;
        return BOTTOM - Math.min(1, Math.max(0, share)) * (BOTTOM - TOP);
    }

    /** Lines across with their seconds, and days. */
    void drawAxes(StringBuilder svg) {
        for (double tick : logarithmic ? decades() : steps()) {
            svg.append(line("grid", LEFT, y(tick), RIGHT, y(tick)))
                    .append(label("tick", LEFT - 6, y(tick) + 4, "end", Words.number(tick) + " s"));
        }
        long step = Math.max(1, (days + DAYS_WITH_A_LABEL - 1) / DAYS_WITH_A_LABEL);
        for (long day = 0; day < days; day += step) {
            LocalDate date = first.plusDays(day);
            double x = x(date, 0.5);
            svg.append(line("grid", x, BOTTOM, x, BOTTOM + 4));
            if (x < RIGHT - 30) {
                svg.append(label("tick", x, BOTTOM + 18, "middle", date.toString()));
            }
        }
    }

    private double[] steps() {
        double rough = most / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = DoubleStream.of(1, 2, 5, 10)
                .map(multiple -> multiple * power)
                .filter(width -> width >= rough)
                .findFirst()
                .orElse(10 * power);
        return DoubleStream.iterate(0, tick -> tick <= most, tick -> tick + step)
                .toArray();
    }

    private double[] decades() {
        List<Double> ticks = new ArrayList<>();
        for (double power = Math.pow(10, Math.floor(Math.log10(least))); power <= most; power *= 10) {
            if (power >= least) {
                ticks.add(power);
            }
        }
        return ticks.stream().mapToDouble(Double::doubleValue).toArray();
    }

    static String line(String kind, double x1, double y1, double x2, double y2) {
        return String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                kind,
                x1,
                y1,
                x2,
                y2);
    }

    /** A text that is no one's but the program's. */
    static String label(String kind, double x, double y, String anchor, String text) {
        return String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                kind,
                x,
                y,
                anchor,
                JobsPage.escaped(text));
    }
}
