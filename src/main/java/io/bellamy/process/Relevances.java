package io.bellamy.process;

import io.bellamy.adaptation.Sensible;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much time matters to jobs: some have changed, most have not.
 *
 * @param usual of a job that is not among them
 * @param ofJobs by the texts of the job
 */
public record Relevances(double usual, Map<String, Double> ofJobs) {

    /** Time matters to all alike. */
    static final Relevances ALIKE = new Relevances(1, Map.of());

    private static final String BETWEEN = "\u001f";

    public Relevances {
        // in one order, for the bytes of a model
        ofJobs = Collections.unmodifiableMap(new TreeMap<>(ofJobs));
        Sensible.requireNotNegative("the relevance of time", usual);
        ofJobs.values().forEach(relevance -> Sensible.requireNotNegative("the relevance of time", relevance));
    }

    static String name(List<String> texts) {
        return String.join(BETWEEN, texts);
    }

    double of(List<String> texts) {
        return ofJobs.isEmpty() ? usual : ofJobs.getOrDefault(name(texts), usual);
    }
}
