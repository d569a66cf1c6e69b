package io.bellamy.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.job.JoinedRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A process of a format before 9, as it is stored: a value that no run has was to it what any new job is, and algorithms that teach each
 * other had no surface of their own.
 *
 * @param process what is changed
 * @param texts of places
 * @param families of the numbers
 */
record EarlierProcess(ObjectNode process, List<String> texts, List<String> families) {

    /** The logarithm of no variance. */
    private static final double NONE = -1000;

    private static final String PER_MACHINE = "PER_MACHINE";
    private static final Set<String> OF_SURFACES = Set.of("SCALE_OUT", "AMOUNT", PER_MACHINE);

    static EarlierProcess of(ObjectNode process) {
        List<String> texts = new ArrayList<>();
        process.at("/columns/texts").forEach(text -> texts.add(text.asText()));
        JsonNode algorithm = process.at("/columns/algorithm");
        if (algorithm.isTextual()) {
            texts.add(JoinedRuns.ALGORITHM);
        }
        List<String> families = new ArrayList<>();
        process.at("/columns/numbers")
                .forEach(number -> families.add(number.path("family").asText()));
        return new EarlierProcess(process, texts, families);
    }

    void upgrade() {
        if (process.path("spread") instanceof ObjectNode spread) {
            ArrayNode values = spread.putArray("values");
            texts.forEach(text -> values.add(spread.path("unseen").deepCopy()));
        }
        if (texts.size() > 1
                && texts.contains(JoinedRuns.ALGORITHM)
                && process.path("parameters") instanceof ArrayNode parameters) {
            families.stream().filter(PER_MACHINE::equals).forEach(slope -> parameters.add(NONE));
            parameters.add(NONE);
            families.stream().filter(OF_SURFACES::contains).forEach(length -> parameters.add(0.0));
        }
    }
}
