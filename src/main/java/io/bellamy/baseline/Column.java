package io.bellamy.baseline;

import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyKind;
import io.bellamy.job.PropertyKinds;
import io.bellamy.numerics.DecimalText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One number of a run that is known before it is run; NaN where it is not known. */
@FunctionalInterface
interface Column {

    /** The properties that mean an amount unless they are names; the last two are totals of the cluster. */
    String DATA = "data_size_MB";

    String MEMORY = "memory";
    String SLOTS = "slots";

    /** Words of a text, and values of a word, beyond so many are ignored. */
    int MOST_WORDS = 16;

    int MOST_VALUES = 24;

    double of(PlannedRun run);

    /**
     * All columns that some runs suggest, whether or not they are constant.
     *
     * @param kinds tell the names, in which nothing is a number
     */
    static List<Column> suggestedBy(List<PlannedRun> runs, PropertyKinds kinds) {
        Column data = logAmount(DATA, kinds);
        Column memory = logAmount(MEMORY, kinds);
        Column slots = logAmount(SLOTS, kinds);
        List<Column> columns = new ArrayList<>(List.of(
                run -> Math.log(run.scaleOut()),
                run -> 1.0 / run.scaleOut(),
                data,
                run -> data.of(run) - memory.of(run),
                run -> data.of(run) - slots.of(run),
                run -> memory.of(run) - Math.log(run.scaleOut()),
                run -> slots.of(run) - Math.log(run.scaleOut())));
        TreeSet<String> names = runs.stream()
                .flatMap(run -> run.properties().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        List.of(DATA, MEMORY, SLOTS).stream()
                .filter(amount -> !isName(amount, kinds))
                .forEach(names::remove);
        for (String name : names) {
            PropertyKind kind = isName(name, kinds) ? PropertyKind.NAME : PropertyKind.NUMBERS;
            int words = runs.stream()
                    .mapToInt(run -> words(run, name, kind).length)
                    .max()
                    .orElse(0);
            for (int position = 0; position < Math.min(words, MOST_WORDS); position++) {
                int place = position;
                columns.addAll(ofWords(runs, kind, run -> word(run, name, kind, place)));
            }
        }
        return columns;
    }

    /**
     * A number where all words at a place of what is no name are numbers, as a logarithm where it can be; else one column
     * for each word.
     */
    private static List<Column> ofWords(List<PlannedRun> runs, PropertyKind kind, Function<PlannedRun, String> word) {
        Map<String, Long> counts = runs.stream()
                .map(word)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.groupingBy(value -> value, Collectors.counting()));
        if (counts.size() < 2) {
            return List.of();
        }
        List<OptionalDouble> numbers =
                counts.keySet().stream().map(DecimalText::number).toList();
        if (kind != PropertyKind.NAME && numbers.stream().allMatch(OptionalDouble::isPresent)) {
            boolean positive = numbers.stream().allMatch(number -> number.getAsDouble() > 0);
            return List.of(run -> {
                double number = DecimalText.number(word.apply(run)).orElse(Double.NaN);
                return positive ? Math.log(number) : number;
            });
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_VALUES)
                .map(entry -> (Column) run -> word.apply(run).equals(entry.getKey()) ? 1 : 0)
                .toList();
    }

    private static Column logAmount(String property, PropertyKinds kinds) {
        return run -> isName(property, kinds)
                ? Double.NaN
                : Math.log(DecimalText.number(run.properties().getOrDefault(property, ""))
                        .orElse(Double.NaN));
    }

    private static boolean isName(String property, PropertyKinds kinds) {
        return kinds.of(property) == PropertyKind.NAME;
    }

    /** The word at a place of a property's value, in one spelling; empty where there is none. */
    private static String word(PlannedRun run, String property, PropertyKind kind, int place) {
        String[] words = words(run, property, kind);
        return place < words.length ? words[place] : "";
    }

    private static String[] words(PlannedRun run, String property, PropertyKind kind) {
        return kind.canonical(run.properties().getOrDefault(property, "")).split(" ", -1);
    }
}
