package io.bellamy.baseline;

import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyKind;
import io.bellamy.job.Role;
import io.bellamy.numerics.DecimalText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One number of a run that is known before it is run; NaN where it is not known. */
@FunctionalInterface
interface Column {

    /** Words of a text, and values of a word, beyond so many are ignored. */
    int MOST_WORDS = 16;

    int MOST_VALUES = 24;

    double of(PlannedRun run);

    /** All columns that some runs suggest, whether or not they are constant. */
    static List<Column> suggestedBy(List<PlannedRun> runs) {
        Column data = logAmount(runs, Role.DATA_SIZE);
        Column memory = logAmount(runs, Role.MEMORY);
        Column slots = logAmount(runs, Role.SLOTS);
        List<Column> columns = new ArrayList<>(List.of(
                run -> Math.log(run.scaleOut()),
                run -> 1.0 / run.scaleOut(),
                data,
                run -> data.of(run) - memory.of(run),
                run -> data.of(run) - slots.of(run),
                run -> memory.of(run) - Math.log(run.scaleOut()),
                run -> slots.of(run) - Math.log(run.scaleOut())));
        TreeSet<String> names = runs.stream()
                .flatMap(run -> run.properties().names().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        List.of(Role.DATA_SIZE, Role.MEMORY, Role.SLOTS)
                .forEach(role -> property(runs, role).ifPresent(names::remove));
        for (String name : names) {
            int words =
                    runs.stream().mapToInt(run -> words(run, name).length).max().orElse(0);
            for (int position = 0; position < Math.min(words, MOST_WORDS); position++) {
                int place = position;
                columns.addAll(ofWords(runs, run -> word(run, name, place)));
            }
        }
        return columns;
    }

    /** A number where all words at a place are numbers, as a logarithm where it can be; else one column for each word. */
    private static List<Column> ofWords(List<PlannedRun> runs, Function<PlannedRun, String> word) {
        Map<String, Long> counts = runs.stream()
                .map(word)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.groupingBy(value -> value, Collectors.counting()));
        if (counts.size() < 2) {
            return List.of();
        }
        List<OptionalDouble> numbers =
                counts.keySet().stream().map(DecimalText::number).toList();
        if (numbers.stream().allMatch(OptionalDouble::isPresent)) {
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

    private static Column logAmount(List<PlannedRun> runs, Role role) {
        return property(runs, role)
                .<Column>map(
                        name -> run -> Math.log(run.properties().number(name).orElse(Double.NaN)))
                .orElse(run -> Double.NaN);
    }

    private static Optional<String> property(List<PlannedRun> runs, Role role) {
        return runs.stream()
                .findFirst()
                .flatMap(run -> run.properties().definitions().withRole(role));
    }

    /** The word at a place of a property's value, in one spelling; empty where there is none. */
    private static String word(PlannedRun run, String property, int place) {
        String[] words = words(run, property);
        return place < words.length ? words[place] : "";
    }

    private static String[] words(PlannedRun run, String property) {
        return PropertyKind.NUMBERS
                .canonical(run.properties().text(property).orElse(""))
                .split(" ", -1);
    }
}
