package io.bellamy.data;

import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.PropertyKind;
import io.bellamy.job.Role;
import io.bellamy.job.Run;
import io.bellamy.job.ScaleOutUnit;
import io.bellamy.numerics.DecimalText;
import io.bellamy.problem.Quoted;
import io.bellamy.yaml.KeyAdvice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** What a run that the program is told of must be like, to be one of an algorithm of a data set. */
public final class RecordingRules {

    /** The most machines that a run can have. */
    public static final int MOST_MACHINES = RowReader.MOST_MACHINES;

    private static final List<Role> SIZES = List.of(Role.DATA_SIZE, Role.MEMORY);

    private final DataTable file;
    private final String algorithm;
    private final AlgorithmDescriptor described;
    private final PropertyDefinitions definitions;
    private final ValueRules rules;

    RecordingRules(
            DataTable file,
            String algorithm,
            AlgorithmDescriptor described,
            PropertyDefinitions definitions,
            ValueRules rules) {
        this.file = file;
        this.algorithm = algorithm;
        this.described = described;
        this.definitions = definitions;
        this.rules = rules;
    }

    /** What scale-outs are numbers of. */
    public ScaleOutUnit counts() {
        return described.counts();
    }

    /** The seconds of a runtime, a number of them or a time with its units; empty where it is neither. */
    public static Optional<BigDecimal> seconds(String text) {
        return DecimalText.parse(text)
                .or(() -> WrittenTime.WRITTEN.seconds(text))
                .filter(time -> time.signum() > 0);
    }

    /** The MB of an amount of data, a number of them or an amount with its unit; empty where it is neither. */
    public static Optional<BigDecimal> megabytes(String text) {
        return DecimalText.parse(text)
                .or(() -> WrittenSize.WRITTEN.megabytes(text))
                .filter(amount -> amount.signum() >= 0);
    }

    /** What such an amount must be, with what is likely wrong with this one. */
    public static String megabytesRule(String text) {
        return "a number of MB, or " + WrittenSize.WRITTEN.rule(text);
    }

    /** What the beginning of a run must be, where it is not. */
    public static Optional<String> startObjection(String text) {
        return RunTime.day(text).isPresent() ? Optional.empty() : Optional.of(RunTime.RULE);
    }

    /**
     * The values of a run's properties as they are kept: sizes in MB, and all of the cluster.
     *
     * @param total values of the whole cluster
     * @param perNode values of one machine
     * @param wrong is told of every property that is not as it must be, and why
     */
    public Map<String, String> values(
            Map<String, String> total, Map<String, String> perNode, int scaleOut, BiConsumer<String, String> wrong) {
        Set<String> given = new LinkedHashSet<>(total.keySet());
        given.addAll(perNode.keySet());
        given.stream()
                .filter(name -> !described.properties().containsKey(name))
                .forEach(name -> wrong.accept(name, unknown(name)));
        Map<String, String> values = new LinkedHashMap<>();
        described.properties().forEach((name, source) -> {
            boolean whole = total.containsKey(name);
            if (whole && perNode.containsKey(name)) {
                wrong.accept(name, "is given twice, of the cluster and of one machine");
            } else if (RecordedForm.isConstant(source)) {
                constant(name, source, whole ? total : perNode, wrong);
            } else if (whole) {
                value(name, source, total.get(name), wrong).ifPresent(value -> values.put(name, value));
            } else if (perNode.containsKey(name)) {
                ofAll(name, source, perNode.get(name), scaleOut, wrong).ifPresent(value -> values.put(name, value));
            } else if (rules.essential().contains(name)) {
                wrong.accept(name, "is missing; where it is not known, give it blank");
            }
        });
        return values;
    }

    private String unknown(String name) {
        Set<String> known = described.properties().keySet();
        return "the data set has no such property; "
                + KeyAdvice.meant(name, known)
                        .map(near -> "the nearest is " + near)
                        .orElse("it has " + String.join(", ", known))
                + " (dataset.yml says which there are)";
    }

    private void constant(
            String name, PropertySource source, Map<String, String> given, BiConsumer<String, String> wrong) {
        String value = given.get(name);
        String constant = constant(source);
        if (value != null && (source.isQuantity() || !definitions.same(name, value, constant))) {
            wrong.accept(
                    name,
                    Quoted.of(value) + " must be left out: dataset.yml says that it is " + Quoted.of(constant)
                            + " in all runs");
        }
    }

    private static String constant(PropertySource source) {
        StringBuilder text = new StringBuilder();
        source.text().parts().forEach(part -> text.append(((Template.Literal) part).text()));
        return text.toString();
    }

    private Optional<String> value(String name, PropertySource source, String text, BiConsumer<String, String> wrong) {
        if (definitions.kind(name) != PropertyKind.NUMBER || text.isBlank()) {
            return Optional.of(text.strip());
        }
        return amount(name, source, text.strip(), wrong).map(Numbers::plain);
    }

    /** A number, or an amount with its unit where it is a size. */
    private Optional<BigDecimal> amount(
            String name, PropertySource source, String text, BiConsumer<String, String> wrong) {
        Optional<BigDecimal> plain = DecimalText.parse(text);
        boolean size = source.unit().isPresent()
                || SIZES.stream().anyMatch(role -> definitions.withRole(role).equals(Optional.of(name)));
        Optional<BigDecimal> number = plain.isPresent() || !size ? plain : WrittenSize.WRITTEN.megabytes(text);
        if (number.isEmpty()) {
            String rule = size ? megabytesRule(text) : "a number" + DecimalText.hint(text);
            wrong.accept(name, Quoted.of(text) + " must be " + rule);
        }
        return number;
    }

    private Optional<String> ofAll(
            String name, PropertySource source, String text, int scaleOut, BiConsumer<String, String> wrong) {
        if (definitions.kind(name) != PropertyKind.NUMBER) {
            wrong.accept(name, "is no amount, so it can't be that of one machine");
            return Optional.empty();
        }
        return amount(name, source, text.strip(), wrong)
                .map(one -> source.perNode() && source.digits().isPresent()
                        ? one.round(new MathContext(source.digits().get(), RoundingMode.HALF_UP))
                        : one)
                .map(one -> Numbers.plain(one.multiply(BigDecimal.valueOf(scaleOut))));
    }

    /** What the catalog has to say against a line of the file, as it reads it. */
    public List<String> objections(String line) {
        AlgorithmDescriptor recorded = RecordedForm.of(algorithm, described);
        List<String> objections = new ArrayList<>();
        Optional<Run> run = read(recorded, line, objections);
        if (objections.isEmpty() && RecordedForm.isDescribed(described)) {
            Optional<Run> asDescribed = read(described, line, objections);
            if (!asDescribed.equals(run)) {
                objections.add("dataset.yml reads another run from the line in " + RecordedForm.FILE
                        + " than was meant: describe that file as docs/RECORD.md does: " + line);
            }
        }
        return objections;
    }

    private Optional<Run> read(AlgorithmDescriptor descriptor, String line, List<String> objections) {
        RowReader reader = new RowReader(descriptor, rules, definitions);
        List<Run> runs = new ArrayList<>();
        DataTable table = new DataTable(
                file.file(), file.format(), file.separator(), descriptor.columns(), Set.of(), file.limits());
        try {
            RecordedForm.FORMAT.read(
                    new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), table, new RowSink() {
                        @Override
                        public void add(SourceRow row) {
                            Set<String> bad = new LinkedHashSet<>();
                            reader.read(row, bad).ifPresent(runs::add);
                            objections.addAll(bad);
                        }

                        @Override
                        public void reject(long number, String problem) {
                            objections.add(problem);
                        }
                    });
        } catch (IOException notInMemory) {
            throw new UncheckedIOException(notInMemory);
        }
        return runs.stream().findFirst();
    }
}
