package io.bellamy.process;

import io.bellamy.job.PropertyValues;
import io.bellamy.job.Run;
import io.bellamy.numerics.TextNumbers;
import io.bellamy.process.ProcessColumns.Family;
import io.bellamy.process.ProcessColumns.ProcessNumber;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What pretraining has seen: which jobs, and of which words and numbers these were made. A new job that is made of what was
 * seen is what networks were judged by, with other jobs left out; of anything else nobody knows how far off they are.
 *
 * @param jobs the texts of each job
 * @param words the words of each text property
 * @param ranges from where to where each amount was seen, by its name
 */
public record Familiar(Set<String> jobs, Map<String, Set<String>> words, Map<String, Range> ranges) {

    /** A number so little outside, as a share of the range, is taken to be inside. */
    private static final double TOLERANCE = 0.1;

    /**
     * Where numbers lie.
     *
     * @param least the smallest
     * @param most the largest
     */
    public record Range(double least, double most) {

        boolean contains(double value) {
            double margin = TOLERANCE * (most - least);
            return value >= least - margin && value <= most + margin;
        }
    }

    public Familiar {
        // in one order, for the bytes of a model
        jobs = Collections.unmodifiableSet(new TreeSet<>(jobs));
        Map<String, Set<String>> sorted = new TreeMap<>();
        words.forEach((text, own) -> sorted.put(text, Collections.unmodifiableSet(new TreeSet<>(own))));
        words = Collections.unmodifiableMap(sorted);
        ranges = Collections.unmodifiableMap(new TreeMap<>(ranges));
    }

    /** What the runs of pretraining are made of. */
    public static Familiar of(ProcessColumns columns, List<Run> runs) {
        Set<String> jobs = new TreeSet<>();
        Map<String, Set<String>> words = new TreeMap<>();
        for (Run run : runs) {
            jobs.add(job(columns, run.properties()));
            for (String text : columns.texts()) {
                words.computeIfAbsent(text, name -> new TreeSet<>()).add(words(run.properties(), text));
            }
        }
        Map<String, Range> ranges = new TreeMap<>();
        for (ProcessNumber number : amounts(columns)) {
            double[] values = number.column().in(runs);
            Arrays.sort(values);
            if (values.length > 0) {
                ranges.put(name(number), new Range(values[0], values[values.length - 1]));
            }
        }
        return new Familiar(jobs, words, ranges);
    }

    private static List<ProcessNumber> amounts(ProcessColumns columns) {
        return columns.numbers().stream()
                .filter(number -> number.family() == Family.AMOUNT || number.family() == Family.PER_MACHINE)
                .toList();
    }

    /** Of one of several numbers, which may stand at the same place of different texts. */
    private static String name(ProcessNumber number) {
        return String.join(", ", new TreeSet<>(number.column().properties())) + ": "
                + number.column().label();
    }

    private static String job(ProcessColumns columns, PropertyValues properties) {
        return Relevances.name(
                columns.texts().stream().map(properties::canonical).toList());
    }

    private static String words(PropertyValues properties, String text) {
        return TextNumbers.of(properties.canonical(text)).rest();
    }

    /**
     * Can there be a new job made of known parts at all? Where jobs differ in one property alone, each new one has a word that
     * was never seen.
     *
     * @param texts the values of the text properties of each context, in one spelling
     */
    public static boolean canMeetNewJobs(List<List<String>> texts) {
        Set<List<String>> seen = new HashSet<>();
        Set<List<String>> spelled = new HashSet<>(texts);
        Map<Integer, Set<String>> words = new TreeMap<>();
        for (List<String> values : spelled) {
            List<String> own =
                    values.stream().map(value -> TextNumbers.of(value).rest()).toList();
            seen.add(own);
            for (int i = 0; i < own.size(); i++) {
                words.computeIfAbsent(i, text -> new HashSet<>()).add(own.get(i));
            }
        }
        double possible = words.values().stream().mapToDouble(Set::size).reduce(1, (one, other) -> one * other);
        return possible > seen.size() || spelled.size() > seen.size();
    }

    /** Is it a job that was not seen, of words that were? */
    public boolean isNewJobOfKnownWords(ProcessColumns columns, PropertyValues properties) {
        return !jobs.contains(job(columns, properties))
                && columns.texts().stream()
                        .allMatch(text -> words.getOrDefault(text, Set.of()).contains(words(properties, text)));
    }

    /** Are the amounts of a run among those that were seen? */
    public boolean hasSeenAmounts(ProcessColumns columns, int scaleOut, PropertyValues properties) {
        return amounts(columns).stream().allMatch(number -> isSeen(number, scaleOut, properties));
    }

    private boolean isSeen(ProcessNumber number, int scaleOut, PropertyValues properties) {
        OptionalDouble value = number.column().of(scaleOut, properties);
        Range range = ranges.get(name(number));
        return value.isPresent() && range != null && range.contains(value.getAsDouble());
    }
}
