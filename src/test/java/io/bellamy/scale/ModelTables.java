package io.bellamy.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The cost model: what it foretold of runs that had no part in its fit, and what it says of larger clusters.
 *
 * @param runs that were measured
 */
record ModelTables(MeasuredRuns runs) {

    private static final int[] EXECUTORS = {1, 10, 50, 100, 200, 500, 1000};
    private static final int NIGHT = 10_000;

    /** Dollars for an hour of a core: m5.xlarge on demand in us-east-1, a fourth of .192. */
    private static final double CORE_HOUR = 0.048;

    private static final int HOUR = 3600;
    static final int MACHINE = 2;

    List<List<String>> model() {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("", "pretrain", "import"));
        CostModel[] fits = MeasuredRuns.KINDS.stream().map(runs::fitted).toArray(CostModel[]::new);
        table.add(parameter("until the first task, s", fits, CostModel::start, "%.1f"));
        table.add(parameter("a second executor on the same processors, s", fits, CostModel::crowding, "%.1f"));
        table.add(parameter("two on them, times as long as worked out", fits, CostModel::sharing, "%.2f"));
        table.add(parameter("an executor's processor for a job or a log, warm, s", fits, CostModel::item, "%.3f"));
        table.add(parameter("the model of all jobs together takes more, s", fits, CostModel::together, "%.1f"));
        table.add(parameter(
                "its first ones take more, together, until it is warm, s", fits, ModelTables::warming, "%.2f"));
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
            List<MeasuredRun> apart = runs.of(MeasuredRuns.KINDS.get(kind), "spark", "apart", 2);
            int items = apart.get(0).tasks().size();
            double said =
                    ClusterSimulation.shared(fits[kind], 2, MACHINE).run(items).seconds();
            foretold.add(Cells.number("%.1f s (%d, two workers)", said, items));
            happened.add(Cells.spread(apart, MeasuredRun::seconds));
            off.add(Cells.number("%.2f", said / CostModel.median(apart, MeasuredRun::seconds)));
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
            row.add(Cells.number(form, value.applyAsDouble(fit)));
        }
        return row;
    }

    List<List<String>> simulation() {
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
        CostModel pretrain = runs.fitted("pretrain");
        CostModel logs = runs.fitted("import");
        for (int executors : EXECUTORS) {
            List<String> row = new ArrayList<>(List.of(Integer.toString(executors)));
            for (CostModel model : List.of(pretrain, logs)) {
                ClusterSimulation.Outcome outcome =
                        ClusterSimulation.apart(model, executors, MACHINE).run(NIGHT);
                row.add(Cells.number("%.1f", outcome.seconds() / 60));
                row.add(Cells.number("%.0f %%", 100 * outcome.working()));
                row.add(Cells.number("%.0f %%", 100 * outcome.driver()));
                row.add(Cells.number("%.2f", outcome.seconds() / HOUR * (executors + MACHINE) * CORE_HOUR));
            }
            table.add(row);
        }
        return table;
    }
}
