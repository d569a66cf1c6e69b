package io.bellamy.scale;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Makes tables of the runs that {@code src/bench/spark.sh} noted: what was measured, the cost model with what it foretold of
 * runs that had no part in its fit, and what it says of larger clusters.
 */
public final class ScaleBenchmark {

    private static final List<String> KINDS = List.of("pretrain", "import");
    private static final int[] EXECUTORS = {1, 10, 50, 100, 200, 500, 1000};
    private static final int NIGHT = 10_000;

    /** Dollars for an hour of a core: m5.xlarge on demand in us-east-1, a fourth of .192. */
    private static final double CORE_HOUR = 0.048;

    private static final int HOUR = 3600;
    private static final int MACHINE = 2;

    private final List<MeasuredRun> runs;
    private final String program;
    private final String date;

    private ScaleBenchmark(List<MeasuredRun> runs, String program, String date) {
        this.runs = runs;
        this.program = program;
        this.date = date;
    }

    /** The noted runs, a folder for the tables, the machine and program in words, and the date. */
    public static void main(String[] arguments) throws IOException {
        ScaleBenchmark benchmark =
                new ScaleBenchmark(MeasuredRun.read(Path.of(arguments[0])), arguments[2], arguments[3]);
        Path folder = Path.of(arguments[1]);
        benchmark.write(folder.resolve("scale-measured.json"), benchmark.measured());
        benchmark.write(folder.resolve("scale-overhead.json"), benchmark.overhead());
        benchmark.write(folder.resolve("scale-model.json"), benchmark.model());
        benchmark.write(folder.resolve("scale-simulation.json"), benchmark.simulation());
    }

    private void write(Path file, List<List<String>> table) throws IOException {
        Map<String, Object> noted = new LinkedHashMap<>();
        noted.put("date", date);
        noted.put("program", program);
        noted.put("heads", table.get(0));
        noted.put("rows", table.subList(1, table.size()));
        Files.writeString(
                file,
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(noted) + "\n");
        table.forEach(row -> System.out.println(String.join(" | ", row)));
        System.out.println();
    }

    private List<MeasuredRun> runs(String kind, String place, String role, int workers) {
        return runs.stream()
                .filter(run -> run.kind().equals(kind)
                        && run.place().equals(place)
                        && run.role().equals(role))
                .filter(run -> run.workers() == workers)
                .toList();
    }

    /** Those of all items that the fit has; the others are for the slope of the driver's time. */
    private List<MeasuredRun> whole(String kind, String place, int workers) {
        List<MeasuredRun> all = runs(kind, place, "fit", workers);
        int most = all.stream().mapToInt(MeasuredRun::items).max().orElse(0);
        return all.stream().filter(run -> run.items() == most).toList();
    }

    private List<List<String>> measured() {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of(
                "",
                "one",
                "two",
                "times as fast",
                "of processes with a half each",
                "of processes with all of it each"));
        for (String kind : KINDS) {
            List<MeasuredRun> one = whole(kind, "processes", 1);
            List<MeasuredRun> halves = whole(kind, "halves", 2);
            List<MeasuredRun> all = whole(kind, "processes", 2);
            double byHalves = speedUp(one, halves, MeasuredRun::seconds);
            double byAll = speedUp(one, all, MeasuredRun::seconds);
            table.add(row(kind + ", processes with a half each", one, halves, MeasuredRun::seconds, byHalves, byAll));
            table.add(row(kind + ", processes with all of it each", one, all, MeasuredRun::seconds, byHalves, byAll));
            List<MeasuredRun> worker = whole(kind, "spark", 1);
            List<MeasuredRun> workers = whole(kind, "spark", 2);
            table.add(row(
                    kind + ", workers, from the first task to the last",
                    worker,
                    workers,
                    MeasuredRun::work,
                    byHalves,
                    byAll));
            table.add(row(
                    kind + ", workers, from beginning to end", worker, workers, MeasuredRun::seconds, byHalves, byAll));
        }
        return table;
    }

    private static List<String> row(
            String what,
            List<MeasuredRun> one,
            List<MeasuredRun> two,
            ToDoubleFunction<MeasuredRun> seconds,
            double byHalves,
            double byAll) {
        double speedUp = speedUp(one, two, seconds);
        return List.of(
                what,
                spread(one, seconds),
                spread(two, seconds),
                number("%.2f", speedUp),
                number("%.2f", speedUp / byHalves),
                number("%.2f", speedUp / byAll));
    }

    private static double speedUp(List<MeasuredRun> one, List<MeasuredRun> two, ToDoubleFunction<MeasuredRun> seconds) {
        double more = (double) two.get(0).items() / one.get(0).items();
        return more * CostModel.median(one, seconds) / CostModel.median(two, seconds);
    }

    private static String spread(List<MeasuredRun> all, ToDoubleFunction<MeasuredRun> seconds) {
        return number(
                "%.1f s (%.1f to %.1f)",
                CostModel.median(all, seconds),
                all.stream().mapToDouble(seconds).min().orElse(0),
                all.stream().mapToDouble(seconds).max().orElse(0));
    }

    private List<List<String>> overhead() {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of(
                "",
                "until the first task",
                "tasks' own work",
                "Spark's part of the tasks",
                "after the last",
                "driver, processor"));
        for (String kind : KINDS) {
            for (int workers = 1; workers <= 2; workers++) {
                List<MeasuredRun> all = whole(kind, "spark", workers);
                table.add(List.of(
                        kind + ", " + (workers == 1 ? "one worker" : "two workers"),
                        spread(all, MeasuredRun::start),
                        spread(all, run -> sum(run, TaskTime::working)),
                        spread(all, run -> sum(run, TaskTime::overhead)),
                        spread(all, MeasuredRun::end),
                        spread(all, MeasuredRun::driverSeconds)));
            }
        }
        return table;
    }

    private static double sum(MeasuredRun run, ToDoubleFunction<TaskTime> seconds) {
        return run.tasks().stream().mapToDouble(seconds).sum();
    }

    private CostModel fitted(String kind) {
        return CostModel.fit(runs.stream()
                .filter(run -> run.kind().equals(kind)
                        && run.place().equals("spark")
                        && run.role().equals("fit"))
                .toList());
    }

    private List<List<String>> model() {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("", "pretrain", "import"));
        CostModel[] fits = KINDS.stream().map(this::fitted).toArray(CostModel[]::new);
        table.add(parameter("until the first task, s", fits, CostModel::start, "%.1f"));
        table.add(parameter("an executor's processor for a job or a log, warm, s", fits, CostModel::item, "%.3f"));
        table.add(parameter("the model of all jobs together takes more, s", fits, CostModel::together, "%.1f"));
        table.add(parameter("its first ten take more, together, s", fits, ScaleBenchmark::warming, "%.2f"));
        table.add(parameter("Spark's part of a task, s", fits, CostModel::overhead, "%.3f"));
        table.add(parameter("the driver's processor for it, s", fits, CostModel::driver, "%.4f"));
        table.add(parameter(
                "so a processor of the driver keeps up with, a second", fits, fit -> 1 / fit.driver(), "%.0f"));
        table.add(parameter("what comes back of it, kB", fits, fit -> fit.replyBytes() / 1e3, "%.1f"));
        table.add(parameter("after the last task, s", fits, CostModel::end, "%.1f"));
        List<String> foretold = new ArrayList<>(List.of("a run that had no part in the fit, foretold"));
        List<String> happened = new ArrayList<>(List.of("measured"));
        List<String> off = new ArrayList<>(List.of("foretold / measured"));
        for (int kind = 0; kind < fits.length; kind++) {
            List<MeasuredRun> apart = runs(KINDS.get(kind), "spark", "apart", 2);
            int items = apart.get(0).tasks().size();
            double said = new ClusterSimulation(fits[kind], 2, MACHINE, MACHINE)
                    .run(items)
                    .seconds();
            foretold.add(number("%.1f s (%d, two workers)", said, items));
            happened.add(spread(apart, MeasuredRun::seconds));
            off.add(number("%.2f", said / CostModel.median(apart, MeasuredRun::seconds)));
        }
        table.addAll(List.of(foretold, happened, off));
        return table;
    }

    private static double warming(CostModel fit) {
        return fit.warming().stream().mapToDouble(more -> more).sum();
    }

    private static List<String> parameter(
            String what, CostModel[] fits, ToDoubleFunction<CostModel> value, String form) {
        List<String> row = new ArrayList<>(List.of(what));
        for (CostModel fit : fits) {
            row.add(number(form, value.applyAsDouble(fit)));
        }
        return row;
    }

    private List<List<String>> simulation() {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of(
                "executors",
                "pretrain, min",
                "executors busy",
                "driver busy",
                "$",
                "import, min",
                "executors busy",
                "driver busy",
                "$"));
        CostModel pretrain = fitted("pretrain");
        CostModel logs = fitted("import");
        for (int executors : EXECUTORS) {
            List<String> row = new ArrayList<>(List.of(Integer.toString(executors)));
            for (CostModel model : List.of(pretrain, logs)) {
                ClusterSimulation.Outcome outcome =
                        ClusterSimulation.apart(model, executors, MACHINE).run(NIGHT);
                row.add(number("%.1f", outcome.seconds() / 60));
                row.add(number("%.0f %%", 100 * outcome.working()));
                row.add(number("%.0f %%", 100 * outcome.driver()));
                row.add(number("%.2f", outcome.seconds() / HOUR * (executors + MACHINE) * CORE_HOUR));
            }
            table.add(row);
        }
        return table;
    }

    private static String number(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
