package io.bellamy.evaluation;

import io.bellamy.job.Run;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is known when a question is asked: the support of its task, and since that was learned from, further runs.
 *
 * @param context that the run asked about is of
 * @param day of the run, where the order in time is what counts
 * @param since further runs of whatever contexts
 * @param matching those of all of these and the support that are of the run's context
 */
public record Past(String context, Optional<LocalDate> day, List<Run> since, List<Run> matching) {

    public Past {
        since = List.copyOf(since);
        matching = List.copyOf(matching);
    }
}
