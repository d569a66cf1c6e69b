package io.bellamy.features;

import io.bellamy.features.Column.Amount;
import io.bellamy.features.Column.AmountPerMachine;
import io.bellamy.features.Column.AmountRatio;
import io.bellamy.features.Column.Category;
import io.bellamy.features.Column.Named;
import io.bellamy.features.Column.NumberInText;
import io.bellamy.features.FittedColumns.Standardised;
import io.bellamy.features.ScaleOutColumn.InverseScaleOut;
import io.bellamy.features.ScaleOutColumn.LogScaleOut;
import io.bellamy.job.Run;
import io.bellamy.numerics.TextNumbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The numbers that are made of runs, before any run was seen: the scale-out, the amounts among the properties and their
 * ratios, the numbers in texts, and the texts themselves as categories.
 */
public final class NumericColumns {

    private static final int MOST_NUMBERS = 16;

    private final FeaturePipeline pipeline;

    /** Takes from the pipeline which properties there are and which of them are numbers. */
    public NumericColumns(FeaturePipeline pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * Learns from runs, of which there is at least one, which columns there are and where their values lie. What is
     * constant is left out, but for ln x, so that there always is a column.
     */
    public FittedColumns fit(List<Run> runs) {
        List<Column> columns = new ArrayList<>(List.of(new LogScaleOut(), new InverseScaleOut()));
        List<String> amounts = numbers(pipeline.essential());
        List<String> totals = numbers(pipeline.optional());
        amounts.forEach(amount -> columns.add(new Amount(amount)));
        totals.forEach(total -> columns.add(new AmountPerMachine(total)));
        amounts.forEach(amount -> totals.forEach(total -> columns.add(new AmountRatio(amount, total))));
        Stream.concat(pipeline.essential().stream(), pipeline.optional().stream())
                .filter(property -> !property.numeric())
                .forEach(property -> addText(columns, property.name(), runs));
        return new FittedColumns(columns.stream()
                .map(column -> Standardised.fit(column, runs))
                .filter(column -> column.deviation() > 0 || column.column() instanceof LogScaleOut)
                .toList());
    }

    private static List<String> numbers(List<Property> properties) {
        return properties.stream().filter(Property::numeric).map(Property::name).toList();
    }

    private static void addText(List<Column> columns, String property, List<Run> runs) {
        List<TextNumbers> texts = texts(property, runs);
        columns.addAll(numbersIn(property, runs));
        texts.stream()
                .map(TextNumbers::rest)
                .distinct()
                .sorted()
                .forEach(rest -> columns.add(new Category(property, rest)));
        addNames(columns, property, runs);
    }

    /** The numbers that stand in the texts of a property, in order; the logarithms of those that are always positive. */
    public static List<NumberInText> numbersIn(String property, List<Run> runs) {
        List<TextNumbers> texts = texts(property, runs);
        int most = Math.min(
                MOST_NUMBERS,
                texts.stream().mapToInt(text -> text.numbers().size()).max().orElse(0));
        List<NumberInText> columns = new ArrayList<>();
        for (int position = 0; position < most; position++) {
            int at = position;
            boolean positive = texts.stream()
                    .filter(text -> text.numbers().size() > at)
                    .allMatch(text -> text.numbers().get(at) > 0);
            columns.add(new NumberInText(property, position, positive));
        }
        return columns;
    }

    private static List<TextNumbers> texts(String property, List<Run> runs) {
        return runs.stream()
                .map(run -> run.essential(property))
                .distinct()
                .map(TextNumbers::of)
                .toList();
    }

    /** Values that do not mean the same, though their numbers and words are. */
    private static void addNames(List<Column> columns, String property, List<Run> runs) {
        Map<TextNumbers, NavigableSet<String>> alike = new HashMap<>();
        runs.stream().map(run -> run.canonical(property)).distinct().forEach(value -> alike.computeIfAbsent(
                        TextNumbers.of(value), key -> new TreeSet<>())
                .add(value));
        alike.values().stream()
                .filter(values -> values.size() > 1)
                .flatMap(NavigableSet::stream)
                .sorted()
                .forEach(value -> columns.add(new Named(property, value)));
    }
}
