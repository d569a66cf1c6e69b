package io.bellamy.evaluation;

import io.bellamy.job.Companions;
import io.bellamy.job.Run;
import java.util.List;

/**
 * What a method is told of a held-out context.
 *
 * @param context its name, unique within the algorithm
 * @param support the runs that a method may learn from beforehand: none of this context, possibly none at all
 * @param companions what may be known of other algorithms, where the one asked about has few runs of its own
 * @param questions what is asked about it, at least one
 */
public record Task(String context, List<Run> support, Companions companions, List<Question> questions) {

    public Task {
        support = List.copyOf(support);
        questions = List.copyOf(questions);
    }

    /** What is known of other algorithms, where there is some support and too little to do without. */
    public Companions teachers() {
        return support.isEmpty() || support.size() >= Companions.ENOUGH ? Companions.NONE : companions;
    }
}
