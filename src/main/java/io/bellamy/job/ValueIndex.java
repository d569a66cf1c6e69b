package io.bellamy.job;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Which runs have which value of a property, by what values mean. Never changed. */
final class ValueIndex {

    /** Of a value that no run has. */
    private static final int NONE = -1;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[] ofRuns;

    /** The runs, value by value, each in order, and where those of each value begin. */
    private final int[] byValue;

    private final int[] begins;

    ValueIndex(List<Run> runs, String property) {
        this.ofRuns = new int[runs.size()];
        for (int run = 0; run < ofRuns.length; run++) {
            ofRuns[run] = numbers.computeIfAbsent(runs.get(run).canonical(property), value -> numbers.size());
        }
        this.begins = new int[numbers.size() + 1];
        for (int value : ofRuns) {
            begins[value + 1]++;
        }
        for (int value = 0; value < numbers.size(); value++) {
            begins[value + 1] += begins[value];
        }
        int[] next = begins.clone();
        this.byValue = new int[ofRuns.length];
        for (int run = 0; run < ofRuns.length; run++) {
            byValue[next[ofRuns[run]]++] = run;
        }
    }

    /** The runs that have a value, in one spelling. */
    Matches of(String canonical) {
        return new Matches(numbers.getOrDefault(canonical, NONE));
    }

    /** The runs that have one value. */
    final class Matches {

        private final int value;

        private Matches(int value) {
            this.value = value;
        }

        int size() {
            return value == NONE ? 0 : begins[value + 1] - begins[value];
        }

        boolean has(int run) {
            return ofRuns[run] == value;
        }

        void forEach(IntConsumer run) {
            for (int i = 0; i < size(); i++) {
                run.accept(byValue[begins[value] + i]);
            }
        }
    }
}
