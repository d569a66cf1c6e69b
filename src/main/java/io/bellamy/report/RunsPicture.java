package io.bellamy.report;

import io.bellamy.adaptation.Interval;
import io.bellamy.checking.CheckedRun;
import io.bellamy.checking.JobCheck;
import io.bellamy.checking.LevelMove;
import io.bellamy.job.Run;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The runs of a job by day as a picture in SVG, whose colours are those of the page it stands in: where each was expected, what
 * it took, the runs before, a step, and a deadline.
 */
final class RunsPicture {

    private static final int MOST = 400;
    private static final int MOST_BEFORE = 200;
    private static final int DAYS_BEFORE = 45;
    private static final double HALF_A_TICK = 3;

    private final JobCheck check;
    private final List<Run> before;
    private final List<CheckedRun> runs;
    private final PictureScale scale;
    private final StringBuilder svg = new StringBuilder();

    /** Runs of one day stand side by side. */
    private final Map<LocalDate, Integer> ofDay = new HashMap<>();

    private final Map<LocalDate, Integer> placed = new HashMap<>();

    private RunsPicture(JobCheck check) {
        this.check = check;
        this.runs = last(check.runs(), MOST);
        this.before = last(
                check.job().runs().stream()
                        .filter(run -> day(run).isBefore(check.from())
                                && !day(run).isBefore(check.from().minusDays(DAYS_BEFORE)))
                        .toList(),
                MOST_BEFORE);
        before.forEach(run -> ofDay.merge(day(run), 1, Integer::sum));
        runs.forEach(run -> ofDay.merge(run.day(), 1, Integer::sum));
        this.scale = PictureScale.of(
                before.isEmpty() ? runs.get(0).day() : day(before.get(0)),
                runs.get(runs.size() - 1).day(),
                heights());
    }

    private static <T> List<T> last(List<T> all, int most) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    private List<Double> heights() {
        List<Double> heights = new ArrayList<>();
        before.forEach(run -> heights.add(run.runtime()));
        for (CheckedRun run : runs) {
            heights.add(run.run().runtime());
            heights.add(run.predicted());
        }
        check.deadline().ifPresent(deadline -> heights.add(deadline.seconds()));
        return heights;
    }

    /** The element. */
    static String svg(JobCheck check) {
        return new RunsPicture(check).drawn();
    }

    private String drawn() {
        String name = check.job().name();
        svg.append("<svg class=\"runs\" viewBox=\"0 0 ")
                .append(PictureScale.WIDTH)
                .append(' ')
                .append(PictureScale.HEIGHT)
                .append("\" role=\"img\" aria-label=\"")
                .append(JobsPage.escaped("runtimes of " + name + " by day"))
                .append("\">\n");
        scale.drawAxes(svg);
        check.level().filter(move -> !move.gradual()).map(LevelMove::since).ifPresent(this::step);
        check.deadline().ifPresent(deadline -> {
            double y = scale.y(deadline.seconds());
            line("limit", PictureScale.LEFT, y, PictureScale.RIGHT, y);
        });
        before.forEach(run -> dot("earlier", x(day(run)), run.runtime(), tip(run)));
        runs.forEach(this::run);
        // what is written is above what is drawn
        check.deadline()
                .ifPresent(deadline -> label(
                        "limit",
                        PictureScale.RIGHT,
                        scale.y(deadline.seconds()) - 4,
                        "end",
                        "deadline " + Words.number(deadline.seconds()) + " s"));
        return svg.append("</svg>\n").toString();
    }

    private void step(LocalDate since) {
        double x = scale.x(since, 0);
        line("step", x, PictureScale.TOP, x, PictureScale.BOTTOM);
        label("step", x + 4, PictureScale.TOP + 11, "start", since.toString());
    }

    private void run(CheckedRun run) {
        double x = x(run.day());
        String told = tip(run.run()) + ", expected " + seconds(run.predicted());
        run.interval().ifPresent(interval -> line("band", x, scale.y(interval.lower()), x, scale.y(interval.upper())));
        line("expected", x - HALF_A_TICK, scale.y(run.predicted()), x + HALF_A_TICK, scale.y(run.predicted()));
        boolean outside = run.interval().isPresent() && !run.isInside();
        dot(
                outside ? "outside" : "inside",
                x,
                run.run().runtime(),
                told + run.interval().map(RunsPicture::between).orElse(""));
    }

    private static String between(Interval interval) {
        return " (" + seconds(interval.lower()) + " .. " + seconds(interval.upper()) + ")";
    }

    private double x(LocalDate day) {
        int all = ofDay.get(day);
        int own = placed.merge(day, 1, Integer::sum);
        return scale.x(day, (own - 0.5) / all);
    }

    private String tip(Run run) {
        return day(run) + ", " + CheckWords.cluster(check, run) + ": " + seconds(run.runtime());
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    private void dot(String kind, double x, double runtime, String tip) {
        svg.append(String.format(
                        Locale.ROOT,
                        "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"><title>",
                        kind,
                        x,
                        scale.y(runtime)))
                .append(JobsPage.escaped(tip))
                .append("</title></circle>\n");
    }

    private void line(String kind, double x1, double y1, double x2, double y2) {
        svg.append(PictureScale.line(kind, x1, y1, x2, y2));
    }

    private void label(String kind, double x, double y, String anchor, String text) {
        svg.append(PictureScale.label(kind, x, y, anchor, text));
    }

    private static LocalDate day(Run run) {
        return run.measured().orElseThrow();
    }
}
