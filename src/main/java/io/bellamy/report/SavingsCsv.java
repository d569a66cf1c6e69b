package io.bellamy.report;

import io.bellamy.adaptation.Interval;
import io.bellamy.memory.MemoryRisk;
import io.bellamy.recommendation.Candidate;
import io.bellamy.saving.JobSaving;
import io.bellamy.saving.JobSaving.JobDeadline;
import io.bellamy.saving.JobSaving.SavingRange;
import io.bellamy.saving.SavingOutcome.NotLooked;
import io.bellamy.saving.SavingsSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What jobs could save, for spreadsheets: all that {@link SavingsJson} tells, a row for each job. New columns come last. */
public final class SavingsCsv {

    private static final String JOB = "job";
    private static final String REASON = "reason";

    private SavingsCsv() {}

    /** With all digits; nothing where a value is not known. */
    public static String text(SavingsSummary summary) {
        Map<String, Function<JobSaving, Optional<?>>> columns = columns();
        StringBuilder text = new StringBuilder();
        row(text, columns.keySet().toArray());
        summary.savings()
                .forEach(saving -> row(
                        text,
                        columns.values().stream()
                                .map(column -> column.apply(saving).orElse(null))
                                .toArray()));
        summary.outcomes().forEach(outcome -> {
            if (outcome instanceof NotLooked none) {
                Map<String, String> cells = Map.of(JOB, none.name(), REASON, none.reason());
                row(text, columns.keySet().stream().map(cells::get).toArray());
            }
        });
        return text.toString();
    }

    private static Map<String, Function<JobSaving, Optional<?>>> columns() {
        Map<String, Function<JobSaving, Optional<?>>> columns = new LinkedHashMap<>();
        columns.put(JOB, saving -> Optional.of(saving.job().name()));
        columns.put("usual_machine_type", saving -> Optional.of(saving.usual().machineType()));
        columns.put("usual_scale_out", saving -> Optional.of(saving.usual().scaleOut()));
        columns.put("usual_seconds", saving -> Optional.of(saving.seconds()));
        columns.put("usual_cost", saving -> Optional.of(saving.usualCost()));
        columns.put("machine_type", saving -> Optional.of(saving.best().machineType()));
        columns.put("scale_out", saving -> Optional.of(saving.best().scaleOut()));
        columns.put("predicted_seconds", saving -> Optional.of(saving.best().runtime()));
        columns.put("lower_seconds", saving -> interval(saving.best()).map(Interval::lower));
        columns.put("upper_seconds", saving -> interval(saving.best()).map(Interval::upper));
        columns.put("cost", saving -> saving.best().cost());
        columns.put("currency", saving -> Optional.of(saving.currency()));
        columns.put("runs_a_month", JobSaving::runsAMonth);
        columns.put("saving_a_run", saving -> Optional.of(saving.ofARun()));
        columns.put("saving_a_month", JobSaving::aMonth);
        columns.put("chance_to_keep_time", JobSaving::chanceToKeep);
        columns.put("chance_to_save", JobSaving::chanceToSave);
        columns.put("deadline_seconds", saving -> saving.deadline().map(JobDeadline::seconds));
        columns.put("deadline_met", saving -> saving.deadline().map(deadline -> saving.met()));
        columns.put(REASON, saving -> Optional.empty());
        columns.put("algorithm", saving -> Optional.of(saving.job().algorithm()));
        columns.put("arguments", saving -> saving.job().arguments());
        columns.put(
                "model_version",
                saving -> Optional.of(saving.best().answer().model().version()));
        columns.put("kept", saving -> Optional.of(saving.isKept()));
        columns.put("saving_a_run_level", saving -> saving.range().map(range -> JobSaving.LEVEL));
        columns.put("saving_a_run_least", saving -> saving.range().map(SavingRange::least));
        columns.put("saving_a_run_most", saving -> saving.range().map(SavingRange::most));
        columns.put("deadline_confidence", saving -> saving.deadline().flatMap(JobDeadline::confidence));
        cluster(columns, "usual_", saving -> Optional.of(saving.usual()));
        columns.put("spilling_probability", saving -> memory(saving.best()).flatMap(MemoryRisk::spilling));
        columns.put("dying_probability", saving -> memory(saving.best()).flatMap(MemoryRisk::dying));
        columns.put("too_small_machine_type", saving -> saving.passedOver().map(Candidate::machineType));
        columns.put("too_small_scale_out", saving -> saving.passedOver().map(Candidate::scaleOut));
        columns.put("too_small_cost", saving -> saving.passedOver().flatMap(Candidate::cost));
        cluster(columns, "too_small_", JobSaving::passedOver);
        columns.put("startup_seconds", saving -> Optional.of(saving.basis().startup())
                .filter(seconds -> seconds > 0));
        columns.put("driver_machine_type", saving -> saving.basis().driver());
        columns.put("driver_at_spot_prices", saving -> saving.basis().driver().map(type -> saving.basis()
                .driverAtSpot()));
        columns.put("spot_prices_of", saving -> saving.basis().spot().map(String::valueOf));
        columns.put("scale_out_counts", saving -> Optional.of(saving.job().counts()));
        return columns;
    }

    /** What is predicted of a cluster. */
    private static void cluster(
            Map<String, Function<JobSaving, Optional<?>>> columns,
            String prefix,
            Function<JobSaving, Optional<Candidate>> cluster) {
        columns.put(
                prefix + "predicted_seconds", saving -> cluster.apply(saving).map(Candidate::runtime));
        columns.put(
                prefix + "lower_seconds",
                saving -> cluster.apply(saving).flatMap(SavingsCsv::interval).map(Interval::lower));
        columns.put(
                prefix + "upper_seconds",
                saving -> cluster.apply(saving).flatMap(SavingsCsv::interval).map(Interval::upper));
        columns.put(
                prefix + "spilling_probability",
                saving -> cluster.apply(saving).flatMap(SavingsCsv::memory).flatMap(MemoryRisk::spilling));
        columns.put(
                prefix + "dying_probability",
                saving -> cluster.apply(saving).flatMap(SavingsCsv::memory).flatMap(MemoryRisk::dying));
    }

    private static Optional<Interval> interval(Candidate cluster) {
        return cluster.prediction().interval();
    }

    private static Optional<MemoryRisk> memory(Candidate cluster) {
        return cluster.prediction().memory();
    }

    private static void row(StringBuilder text, Object... cells) {
        try {
            CsvText.write(text, cells);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be written", e);
        }
    }
}
