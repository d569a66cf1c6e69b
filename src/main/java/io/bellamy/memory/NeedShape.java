package io.bellamy.memory;

import io.bellamy.job.MemoryUse.Ending;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What there is to be learned from some runs: the places of parameters, and which of them have a say.
 *
 * @param spills whether any run tells if it spilled
 * @param fails whether runs failed of which nobody knows why
 * @param measured whether a peak of any was measured
 * @param groups the texts that have an amount of their own, each with its place among these
 * @param several whether runs have several texts, so that those of others may differ
 * @param centre the mean of what the need depends on
 */
record NeedShape(
        boolean spills,
        boolean fails,
        boolean measured,
        Map<String, Integer> groups,
        boolean several,
        MemoryFacts.Facts centre) {

    static final int NEED = 0;
    static final int SIZE = 1;
    static final int SCALE_OUT = 2;
    static final int SLOTS = 3;
    static final int SCATTER = 4;
    static final int GAP = 5;
    static final int PEAK = 6;
    static final int OTHER_FAILURES = 7;

    /** How many parameters there are beside those of texts. */
    static final int COMMON = 8;

    /** By how much, in ln, the needs of other texts differ. */
    static final double BETWEEN_TEXTS = 0.5;

    private static final int MOST_GROUPS = 24;

    NeedShape {
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    }

    static NeedShape of(List<MemoryCase> cases) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        cases.forEach(one -> counts.merge(one.facts().texts(), 1, Integer::sum));
        List<String> frequent = new ArrayList<>(counts.keySet());
        frequent.sort((one, other) -> Integer.compare(counts.get(other), counts.get(one)));
        Map<String, Integer> groups = new HashMap<>();
        if (counts.size() > 1) {
            // one run tells as much without
            frequent.stream()
                    .limit(MOST_GROUPS)
                    .filter(text -> counts.get(text) > 1)
                    .forEach(text -> groups.put(text, COMMON + groups.size()));
        }
        return new NeedShape(
                cases.stream().anyMatch(one -> one.ending() == Ending.FITS || one.ending() == Ending.SPILLED),
                cases.stream().anyMatch(one -> one.ending() == Ending.FAILED),
                cases.stream().anyMatch(one -> one.peak().isPresent()),
                groups,
                counts.size() > 1,
                centre(cases));
    }

    private static MemoryFacts.Facts centre(List<MemoryCase> cases) {
        double memory = 0;
        double size = 0;
        double scaleOut = 0;
        double slots = 0;
        for (MemoryCase one : cases) {
            memory += one.facts().memory() / cases.size();
            size += one.facts().size() / cases.size();
            scaleOut += one.facts().scaleOut() / cases.size();
            slots += one.facts().slots() / cases.size();
        }
        return new MemoryFacts.Facts(memory, size, scaleOut, slots, "");
    }

    int parameters() {
        return COMMON + groups.size();
    }

    /** May the need of these texts differ from that of the others by an amount that is not known? */
    boolean isForeign(String texts) {
        return several ? !groups.containsKey(texts) : false;
    }
}
