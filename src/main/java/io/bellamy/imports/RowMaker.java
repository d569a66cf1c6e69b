package io.bellamy.imports;

import io.bellamy.eventlog.ExecutorUse;
import io.bellamy.eventlog.SparkRun;
import io.bellamy.eventlog.SparkRun.InputOrigin;
import io.bellamy.eventlog.SparkRun.InputSize;
import io.bellamy.eventlog.SparkRun.RunTimes;
import io.bellamy.eventlog.TaskTotals;
import io.bellamy.grouping.ImportRules;
import io.bellamy.grouping.ImportRules.RuntimeMeasure;
import io.bellamy.grouping.JobKey;
import io.bellamy.grouping.RunFeatures;
import io.bellamy.numerics.DecimalText;
import io.bellamy.numerics.Runtimes;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a row of what a log says.
 *
 * @param rules the user's
 * @param digest of the rules, by which it is known whether they have changed since
 */
record RowMaker(ImportRules rules, String digest) {

    private static final Pattern ID_IN_NAME =
            Pattern.compile("(?:application_\\d+_\\d+|app-\\d+-\\d+|local-\\d+|spark-[0-9a-f]{32})");
    private static final long MOST_MACHINES = 1_000_000;
    private static final long MOST_SLOTS = 1_000_000_000;
    private static final long MEGABYTE = 1_000_000;
    private static final long MOST_MEGABYTES = 100_000_000_000L;
    private static final String NAMELESS = "its name (%s) says nothing about what ran: a rule in import.yml can";

    RunRow row(SparkRun run, LogCondition log, LogStamp stamp) {
        RunFeatures features = ImportRules.features(run);
        Optional<JobKey> job = rules.job(features);
        boolean databricks = features.settings().containsKey("spark.databricks.clusterUsageTags.clusterName");
        Optional<String> fault = RunFault.of(run, log, !databricks)
                .or(() -> job.isPresent()
                        ? Optional.empty()
                        : Optional.of(NAMELESS.formatted(run.identity().name().orElse("none"))));
        Map<RunColumn, String> cells = new EnumMap<>(RunColumn.class);
        identity(cells, run, stamp);
        times(cells, run, features);
        scaleOut(cells, run, features);
        input(cells, run.input());
        run.tasks().ifPresent(tasks -> work(cells, tasks));
        cells.put(RunColumn.JOBS, Long.toString(run.jobs().all()));
        run.jobs().failed().ifPresent(failed -> cells.put(RunColumn.FAILED_JOBS, Long.toString(failed)));
        job.ifPresent(known -> {
            cells.put(RunColumn.JOB, CellText.text(known.name()));
            cells.put(RunColumn.JOB_KEY, CellText.text(known.key()));
        });
        cells.put(
                RunColumn.MACHINE_TYPE,
                CellText.text(rules.machineType(features).orElse("")));
        cells.put(RunColumn.ENVIRONMENT, environment(features, databricks));
        cells.put(RunColumn.ARGUMENTS, ArgumentCell.write(rules.safeArguments(features)));
        cells.put(RunColumn.REMARKS, CellText.text(String.join("; ", RunFault.remarks(run, log))));
        cells.put(RunColumn.FAULT, CellText.text(fault.or(() -> unusable(cells)).orElse("")));
        cells.put(RunColumn.RULES, digest);
        return new RunRow(cells);
    }

    /** What the pipeline takes for no run would keep it from reading all others. */
    private static Optional<String> unusable(Map<RunColumn, String> cells) {
        String runtime = cells.getOrDefault(RunColumn.RUNTIME_S, "");
        if (!Runtimes.isUsable(DecimalText.number(runtime).orElse(0))) {
            return Optional.of("its runtime (" + cells.get(RunColumn.RUNTIME_IS) + ") is not known");
        }
        return cells.getOrDefault(RunColumn.SCALE_OUT, "").isEmpty()
                ? Optional.of("its scale-out is not known")
                : Optional.empty();
    }

    private static void identity(Map<RunColumn, String> cells, SparkRun run, LogStamp stamp) {
        Matcher id = ID_IN_NAME.matcher(stamp.place());
        String place = id.find() ? id.group() : stamp.place();
        cells.put(
                RunColumn.APPLICATION,
                CellText.text(run.identity().application().orElse(place)));
        cells.put(RunColumn.ATTEMPT, CellText.text(run.identity().attempt().orElse("")));
        cells.put(RunColumn.NAME, CellText.text(run.identity().name().orElse("")));
        cells.put(RunColumn.SPARK, CellText.text(run.identity().version().orElse("")));
        cells.put(RunColumn.EVENTS, CellText.plausible(run.reading().events(), 1, Long.MAX_VALUE));
        cells.put(RunColumn.LOG, CellText.text(stamp.place()));
        cells.put(RunColumn.LOG_BYTES, Long.toString(stamp.bytes()));
        cells.put(RunColumn.LOG_MODIFIED, Long.toString(stamp.modified()));
    }

    private void times(Map<RunColumn, String> cells, SparkRun run, RunFeatures features) {
        RunTimes times = run.times();
        OptionalLong start = times.start().isPresent() ? times.start() : times.firstJob();
        start.ifPresent(time -> cells.put(RunColumn.STARTED, CellText.instant(time)));
        String endToEnd = CellText.seconds(times.start(), times.end());
        String jobTime = CellText.seconds(times.firstJob(), times.lastJob());
        RuntimeMeasure usual =
                rules.isShared(features) || endToEnd.isEmpty() ? RuntimeMeasure.JOB_TIME : RuntimeMeasure.END_TO_END;
        RuntimeMeasure measure = rules.runtime().orElse(usual);
        cells.put(RunColumn.RUNTIME_IS, measure.toString());
        cells.put(RunColumn.RUNTIME_S, measure == RuntimeMeasure.JOB_TIME ? jobTime : endToEnd);
        cells.put(RunColumn.END_TO_END_S, endToEnd);
        cells.put(RunColumn.JOB_TIME_S, jobTime);
        cells.put(
                RunColumn.FIRST_EXECUTOR_S,
                CellText.seconds(times.start(), run.executors().first()));
        OptionalLong end = times.end().isPresent() ? times.end() : times.lastJob();
        OptionalLong busy = run.tasks()
                .filter(tasks -> tasks.tasks() > 0)
                .map(TaskTotals::busy)
                .orElseGet(OptionalLong::empty);
        if (start.isPresent() && end.isPresent() && busy.isPresent()) {
            long idle = end.getAsLong() - start.getAsLong() - busy.getAsLong();
            cells.put(RunColumn.WITHOUT_TASKS_S, CellText.seconds(Math.max(0, idle)));
        }
    }

    private void scaleOut(Map<RunColumn, String> cells, SparkRun run, RunFeatures features) {
        ExecutorUse use = run.executors();
        if (use.most() == 0) {
            return;
        }
        boolean dynamic = isDynamic(features.settings());
        long executors = dynamic && use.mean().isPresent()
                ? Math.max(1, Math.round(use.mean().getAsDouble()))
                : use.most();
        long cores = dynamic ? executors * use.coresEach() : use.cores();
        long scaleOut =
                switch (rules.scaleOut()) {
                    case EXECUTORS -> executors;
                    case HOSTS -> use.hosts();
                    case CORES -> cores;
                };
        cells.put(RunColumn.SCALE_OUT, CellText.plausible(scaleOut, 1, MOST_MACHINES));
        cells.put(RunColumn.SLOTS, CellText.plausible(cores, 1, MOST_SLOTS));
        run.memoryEach()
                .ifPresent(each ->
                        cells.put(RunColumn.MEMORY_MB, CellText.plausible(each * executors, 1, MOST_MEGABYTES)));
        cells.put(RunColumn.EXECUTORS, Integer.toString(use.most()));
        use.mean().ifPresent(mean -> cells.put(RunColumn.EXECUTORS_MEAN, CellText.rounded(mean, 2)));
        cells.put(RunColumn.HOSTS, Integer.toString(use.hosts()));
        cells.put(RunColumn.CORES, Integer.toString(use.cores()));
        cells.put(RunColumn.DYNAMIC, Boolean.toString(dynamic));
    }

    private static boolean isDynamic(Map<String, String> settings) {
        String scaling = settings.getOrDefault("spark.databricks.clusterUsageTags.clusterScalingType", "fixed_size");
        return settings.getOrDefault("spark.dynamicAllocation.enabled", "")
                        .strip()
                        .equalsIgnoreCase("true")
                || !scaling.equals("fixed_size");
    }

    private static void input(Map<RunColumn, String> cells, InputSize input) {
        boolean sized = input.bytes() > 0 && input.bytes() / MEGABYTE <= MOST_MEGABYTES;
        if (sized && input.origin() != InputOrigin.UNKNOWN) {
            cells.put(RunColumn.DATA_SIZE_MB, CellText.roundedMegabytes(input.bytes()));
            cells.put(RunColumn.INPUT_BYTES, Long.toString(input.bytes()));
            cells.put(RunColumn.INPUT_FROM, input.origin().name().toLowerCase(Locale.ROOT));
        }
    }

    private static void work(Map<RunColumn, String> cells, TaskTotals tasks) {
        if (tasks.tasks() > 0) {
            cells.put(RunColumn.READ_BYTES, Long.toString(tasks.work().read()));
            cells.put(RunColumn.READ_RECORDS, Long.toString(tasks.work().records()));
            cells.put(RunColumn.WRITTEN_BYTES, Long.toString(tasks.work().written()));
            cells.put(RunColumn.SHUFFLE_READ_BYTES, Long.toString(tasks.work().shuffleRead()));
            cells.put(
                    RunColumn.SHUFFLE_WRITTEN_BYTES, Long.toString(tasks.work().shuffleWritten()));
            cells.put(RunColumn.SPILLED_BYTES, Long.toString(tasks.work().spilled()));
            long peak = tasks.work().peakMemory();
            cells.put(RunColumn.PEAK_MEMORY_BYTES, peak > 0 ? Long.toString(peak) : "");
        }
        cells.put(RunColumn.TASKS, Long.toString(tasks.tasks()));
        cells.put(RunColumn.FAILED_TASKS, Long.toString(tasks.failed()));
        tasks.starved().ifPresent(starved -> cells.put(RunColumn.MEMORY_FAILURES, Long.toString(starved)));
    }

    private static String environment(RunFeatures features, boolean databricks) {
        String master = features.settings().getOrDefault("spark.master", "");
        if (databricks) {
            return "databricks";
        }
        if (features.settings().containsKey("EMR_CLUSTER_ID")) {
            return "emr";
        }
        if (master.startsWith("spark://")) {
            return "standalone";
        }
        int end = master.replaceAll("[^A-Za-z0-9].*", "").length();
        return master.substring(0, end);
    }
}
