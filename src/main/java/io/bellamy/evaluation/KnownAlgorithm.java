package io.bellamy.evaluation;

import io.bellamy.job.Companions;
import io.bellamy.job.Run;
import java.util.List;

/**
 * What is known of an algorithm that is asked about.
 *
 * @param runs its own
 * @param companions those of others of its data set
 */
public record KnownAlgorithm(List<Run> runs, Companions companions) {

    public KnownAlgorithm {
        runs = List.copyOf(runs);
    }
}
