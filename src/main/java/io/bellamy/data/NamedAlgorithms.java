package io.bellamy.data;

import io.bellamy.problem.Quoted;
import io.bellamy.yaml.KeyAdvice;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells who asks for an algorithm that is not there which there are.
 *
 * @param jobs what the job of each is called in the data, where its name is made of that, by name
 */
record NamedAlgorithms(Map<String, Optional<String>> jobs) {

    private static final int MOST_LISTED = 1000;

    /** Those of the parts of a data set. */
    static NamedAlgorithms of(Iterable<DatasetDescriptor> parts) {
        Map<String, Optional<String>> jobs = new LinkedHashMap<>();
        parts.forEach(part -> part.algorithms()
                .forEach((name, algorithm) ->
                        jobs.putIfAbsent(name, algorithm.job().filter(job -> !job.equals(name)))));
        return new NamedAlgorithms(jobs);
    }

    /** All of them, or of very many the one that may be meant. */
    String words(String asked) {
        if (jobs.size() > MOST_LISTED) {
            return jobs.size() + " others"
                    + KeyAdvice.meant(asked, jobs.keySet())
                            .map(near -> ", of which " + named(near) + " is the nearest")
                            .orElse("");
        }
        return jobs.keySet().stream().map(this::named).collect(Collectors.joining(", "));
    }

    private String named(String name) {
        return name
                + jobs.get(name).map(job -> " (" + Quoted.of(job) + " there)").orElse("");
    }
}
