package io.bellamy.baseline;

import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyDefinitions;
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
interface InputColumn {

    /** Words of a text, and values of a word, beyond this number are ignored. */
    int MOST_WORDS = 16;

    int MOST_VALUES = 24;

    double of(PlannedRun run);

    /**
     * All columns that some runs suggest, whether or not they are constant.
     *
     * @param definitions tell the amounts, and the names, in which nothing is a number
     * @param withWords whether words have columns, too, or numbers alone
     */
    static List<InputColumn> suggestedBy(List<PlannedRun> runs, PropertyDefinitions definitions, boolean withWords) {
        InputColumn data = logAmount(Role.DATA_SIZE, definitions);
        InputColumn memory = logAmount(Role.MEMORY, definitions);
        InputColumn slots = logAmount(Role.SLOTS, definitions);
        List<InputColumn> columns = new ArrayList<>(List.of(
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
                .forEach(role -> amount(role, definitions).ifPresent(names::remove));
        for (String name : names) {
            PropertyKind kind = definitions.kind(name) == PropertyKind.NAME ? PropertyKind.NAME : PropertyKind.NUMBERS;
            int words = runs.stream()
                    .mapToInt(run -> words(run, name, kind).length)
                    .max()
                    .orElse(0);
            for (int position = 0; position < Math.min(words, MOST_WORDS); position++) {
                int place = position;
                columns.addAll(ofWords(runs, kind, run -> word(run, name, kind, place), withWords));
            }
        }
        return columns;
    }

    /**
     * A number where all words at a place of what is no name are numbers, as a logarithm where it can be; else one column
     * for each word.
     */
    private static List<InputColumn> ofWords(
            List<PlannedRun> runs, PropertyKind kind, Function<PlannedRun, String> word, boolean withWords) {
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
        if (!withWords) {
            return List.of();
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_VALUES)
                .map(entry -> (InputColumn) run -> word.apply(run).equals(entry.getKey()) ? 1 : 0)
                .toList();
    }

    private static InputColumn logAmount(Role role, PropertyDefinitions definitions) {
        return amount(role, definitions)
                .<InputColumn>map(
                        name -> run -> Math.log(run.properties().number(name).orElse(Double.NaN)))
                .orElse(run -> Double.NaN);
    }

    /** The property that means an amount, unless it is a name. */
    private static Optional<String> amount(Role role, PropertyDefinitions definitions) {
        return definitions.withRole(role).filter(name -> definitions.kind(name) == PropertyKind.NUMBER);
    }

    /** The word at a place of a property's value, in one spelling; empty where there is none. */
    private static String word(PlannedRun run, String property, PropertyKind kind, int place) {
        String[] words = words(run, property, kind);
        return place < words.length ? words[place] : "";
    }

    private static String[] words(PlannedRun run, String property, PropertyKind kind) {
        return kind.canonical(run.properties().text(property).orElse("")).split(" ", -1);
    }
}
