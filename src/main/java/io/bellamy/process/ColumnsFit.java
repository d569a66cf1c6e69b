package io.bellamy.process;

import io.bellamy.features.Column;
import io.bellamy.features.Column.Amount;
import io.bellamy.features.Column.AmountPerMachine;
import io.bellamy.features.Column.AmountRatio;
import io.bellamy.features.Column.NumberInText;
import io.bellamy.features.FeaturePipeline;
import io.bellamy.features.NumericColumns;
import io.bellamy.features.Property;
import io.bellamy.features.ScaleOutColumn.LogScaleOut;
import io.bellamy.features.ScaleOutColumn.Saturating;
import io.bellamy.job.Companions;
import io.bellamy.job.DatedRuns;
import io.bellamy.job.JoinedRuns;
import io.bellamy.job.Role;
import io.bellamy.job.Run;
import io.bellamy.numerics.Spread;
import io.bellamy.process.ProcessColumns.DaySpan;
import io.bellamy.process.ProcessColumns.Family;
import io.bellamy.process.ProcessColumns.ProcessNumber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Learns from runs what the process looks at in them. */
final class ColumnsFit {

    /** Where the curves over the scale-out level off. */
    private static final List<Integer> BENDS = List.of(4, 16);

    /** Before a run is seen, jobs are believed to gain this much from machines: runtime ~ x^-0.5. */
    private static final double GAIN = -0.5;

    /** And to take this much longer with more data: runtime ~ size^0.5. */
    private static final double GROWTH = 0.5;

    /** With fewer runs of a job time can't be told from chance. */
    private static final int RUNS_OF_A_JOB = 10;

    /** Of more values than this there is always one near. */
    private static final int MOST_KNOWN = 64;

    private final FeaturePipeline pipeline;
    private final List<Run> runs;
    private final List<ProcessNumber> numbers = new ArrayList<>();

    private ColumnsFit(FeaturePipeline pipeline, List<Run> runs) {
        this.pipeline = pipeline;
        this.runs = runs;
    }

    /** What the process looks at in runs, of which there is at least one. */
    static ProcessColumns of(FeaturePipeline pipeline, List<Run> runs, Companions companions) {
        List<Run> all = new ArrayList<>(runs);
        companions.others().values().forEach(all::addAll);
        ColumnsFit fit = new ColumnsFit(pipeline, all);
        fit.addNumbers();
        Optional<String> algorithm =
                companions.others().isEmpty() ? Optional.empty() : Optional.of(companions.algorithm());
        List<String> texts = fit.texts();
        long jobs = all.stream()
                .map(run -> texts.stream().map(run::canonical).toList())
                .distinct()
                .count();
        boolean many = all.size()
                >= RUNS_OF_A_JOB * jobs * Math.max(1, companions.others().size());
        return new ProcessColumns(fit.numbers, texts, algorithm, many ? days(all) : Optional.empty());
    }

    private void addNumbers() {
        add(new LogScaleOut(), Family.SCALE_OUT, GAIN);
        BENDS.forEach(at -> add(new Saturating(at), Family.CURVE, 0));
        List<String> amounts = numeric(pipeline.essential());
        List<String> totals = numeric(pipeline.optional());
        Optional<String> size = runs.get(0).properties().definitions().withRole(Role.DATA_SIZE);
        amounts.forEach(
                amount -> add(new Amount(amount), Family.AMOUNT, size.equals(Optional.of(amount)) ? GROWTH : 0));
        Optional<String> slots = runs.get(0).properties().definitions().withRole(Role.SLOTS);
        totals.forEach(total -> addOfMachine(new AmountPerMachine(total), slots.equals(Optional.of(total))));
        // where data no longer fit into memory, a runtime may jump
        runs.get(0)
                .properties()
                .definitions()
                .withRole(Role.MEMORY)
                .filter(totals::contains)
                .ifPresent(memory -> amounts.stream()
                        .filter(amount -> size.isEmpty() || size.equals(Optional.of(amount)))
                        .limit(1)
                        .forEach(amount -> add(new AmountRatio(amount, memory), Family.RATIO, 0)));
        texts(pipeline).forEach(this::addNumbersIn);
    }

    /** Where all machines have as many slots no run tells what these gain: as much is believed as of as many more machines. */
    private void addOfMachine(AmountPerMachine column, boolean ofSlots) {
        boolean untold = ofSlots && Spread.of(column.in(runs)).isConstant();
        add(column, Family.PER_MACHINE, untold ? GAIN : 0);
    }

    private void addNumbersIn(String property) {
        NumericColumns.numbersIn(property, runs).stream().forEach(column -> add(column, Family.AMOUNT, 0));
    }

    private void add(Column column, Family family, double gain) {
        double[] values = column.in(runs);
        Spread spread = Spread.of(values);
        boolean logarithm = !(column instanceof NumberInText number) || number.logarithm();
        // an amount that was always the same may be asked about with another value
        boolean ofUse = !spread.isConstant() || (values.length > 0 && family != Family.RATIO && logarithm);
        if (ofUse) {
            double scale = logarithm || spread.isConstant() ? 1 : spread.deviation();
            numbers.add(new ProcessNumber(
                    column,
                    family,
                    spread.mean(),
                    scale,
                    spread.isConstant() ? 0 : spread.deviation() / scale,
                    gain,
                    family == Family.PER_MACHINE ? known(values) : List.of()));
        }
    }

    private static List<Double> known(double[] values) {
        return Arrays.stream(values)
                .distinct()
                .sorted()
                .limit(MOST_KNOWN)
                .boxed()
                .toList();
    }

    private static List<String> numeric(List<Property> properties) {
        return properties.stream().filter(Property::numeric).map(Property::name).toList();
    }

    private static List<String> texts(FeaturePipeline pipeline) {
        return Stream.concat(pipeline.essential().stream(), pipeline.optional().stream())
                .filter(property -> !property.numeric())
                .map(Property::name)
                // kept beside what always changes with it
                .sorted(Comparator.comparing(name -> !name.equals(JoinedRuns.ALGORITHM)))
                .toList();
    }

    /** The text properties; of several that always change together one. */
    private List<String> texts() {
        Set<List<Integer>> partitions = new LinkedHashSet<>();
        List<String> kept = new ArrayList<>();
        for (String text : texts(pipeline)) {
            Map<String, Integer> values = new HashMap<>();
            List<Integer> partition = new ArrayList<>();
            for (Run run : runs) {
                partition.add(values.computeIfAbsent(run.canonical(text), value -> values.size()));
            }
            boolean told = values.size() > 1 || !values.containsKey("");
            if (told && kept.size() < ProcessColumns.MOST_TEXTS && partitions.add(partition)) {
                kept.add(text);
            }
        }
        return kept;
    }

    private static Optional<DaySpan> days(List<Run> runs) {
        double[] days = runs.stream()
                .flatMap(run -> run.measured().stream())
                .mapToDouble(day -> (double) day.toEpochDay())
                .toArray();
        Spread spread = Spread.of(days);
        return DatedRuns.areEnough(runs) && days.length > 2 && !spread.isConstant()
                ? Optional.of(new DaySpan(spread.mean(), Math.max(1, 2 * spread.deviation())))
                : Optional.empty();
    }
}
