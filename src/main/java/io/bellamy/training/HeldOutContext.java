package io.bellamy.training;

import io.bellamy.job.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The runs of a context that a model did not learn from, with what it says of them.
 *
 * @param properties the context's essential properties in one spelling; blank ones are left out
 * @param runs at least one
 */
public record HeldOutContext(SortedMap<String, String> properties, List<HeldOutRun> runs) {

    public HeldOutContext {
        runs = List.copyOf(runs);
    }

    /** Takes predictions together by context. */
    static final class Collector {

        private final List<String> essential;
        private final Map<SortedMap<String, String>, List<HeldOutRun>> contexts = new LinkedHashMap<>();

        /** Takes the names of the properties that make a context. */
        Collector(List<String> essential) {
            this.essential = List.copyOf(essential);
        }

        void add(Run run, double predicted) {
            SortedMap<String, String> properties = new TreeMap<>();
            for (String name : essential) {
                String value = run.canonical(name);
                if (!value.isEmpty()) {
                    properties.put(name, value);
                }
            }
            contexts.computeIfAbsent(properties, context -> new ArrayList<>())
                    .add(new HeldOutRun(run.scaleOut(), run.runtime(), predicted));
        }

        List<HeldOutContext> contexts() {
            return contexts.entrySet().stream()
                    .map(context -> new HeldOutContext(context.getKey(), context.getValue()))
                    .toList();
        }
    }
}
