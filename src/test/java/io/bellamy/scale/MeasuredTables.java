package io.bellamy.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What was measured: how much faster two are than one, and what Spark adds to the work.
 *
 * @param runs that were measured
 */
record MeasuredTables(MeasuredRuns runs) {

    /** One processor and two of them. */
    private record Comparison(
            String what, List<MeasuredRun> one, List<MeasuredRun> two, ToDoubleFunction<MeasuredRun> seconds) {

        double speedUp() {
            double more = (double) two.get(0).items() / one.get(0).items();
            return more * CostModel.median(one, seconds) / CostModel.median(two, seconds);
        }
    }

    List<List<String>> measured() {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of(
                "",
                "one",
                "two",
                "times as fast",
                "of processes with a half each",
                "of processes with all of it each"));
        for (String kind : MeasuredRuns.KINDS) {
            List<MeasuredRun> one = runs.whole(kind, "processes", 1);
            List<MeasuredRun> halves = runs.whole(kind, "halves", 2);
            List<MeasuredRun> all = runs.whole(kind, "processes", 2);
            List<MeasuredRun> worker = runs.whole(kind, "spark", 1);
            List<MeasuredRun> workers = runs.whole(kind, "spark", 2);
            List<Comparison> rows = List.of(
                    new Comparison("processes with a half each", one, halves, MeasuredRun::seconds),
                    new Comparison("processes with all of it each", one, all, MeasuredRun::seconds),
                    new Comparison("workers, from the first task to the last", worker, workers, MeasuredRun::work),
                    new Comparison("workers, from beginning to end", worker, workers, MeasuredRun::seconds));
            double byHalves = rows.get(0).speedUp();
            double byAll = rows.get(1).speedUp();
            rows.forEach(row -> table.add(List.of(
                    kind + ", " + row.what,
                    Cells.spread(row.one, row.seconds),
                    Cells.spread(row.two, row.seconds),
                    Cells.number("%.2f", row.speedUp()),
                    Cells.number("%.2f", row.speedUp() / byHalves),
                    Cells.number("%.2f", row.speedUp() / byAll))));
        }
        return table;
    }

    List<List<String>> overhead() {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of(
                "",
                "until the first task",
                "tasks' own work",
                "Spark's part of the tasks",
                "after the last",
                "driver, processor"));
        for (String kind : MeasuredRuns.KINDS) {
            for (int workers = 1; workers <= 2; workers++) {
                List<MeasuredRun> all = runs.whole(kind, "spark", workers);
                table.add(List.of(
                        kind + ", " + (workers == 1 ? "one worker" : "two workers"),
                        Cells.spread(all, MeasuredRun::start),
                        Cells.spread(all, run -> sum(run, TaskTime::working)),
                        Cells.spread(all, run -> sum(run, TaskTime::overhead)),
                        Cells.spread(all, MeasuredRun::end),
                        Cells.spread(all, MeasuredRun::driverSeconds)));
            }
        }
        return table;
    }

    private static double sum(MeasuredRun run, ToDoubleFunction<TaskTime> seconds) {
        return run.tasks().stream().mapToDouble(seconds).sum();
    }
}
