package io.bellamy.evaluation;

import io.bellamy.job.PlannedRun;
import io.bellamy.job.Run;
import java.util.List;
import java.util.Optional;

/**
 * One prediction that is asked for: how long does a run take, given what is known of it?
 *
 * @param split which random split, from 0
 * @param kind where the tested scale-out lies
 * @param points the training points, n of them, possibly none, ordered by scale-out; questions of one task may share them
 * @param planned the run to be predicted, without its runtime
 * @param past where more is known than the task's support and points of the run's own context
 */
public record Question(int split, QuestionKind kind, List<Run> points, PlannedRun planned, Optional<Past> past) {

    public Question {
        points = List.copyOf(points);
    }

    /** One of a held-out context, with training points of it at distinct scale-outs. */
    public Question(int split, QuestionKind kind, List<Run> points, PlannedRun planned) {
        this(split, kind, points, planned, Optional.empty());
    }

    /** How many training points there are. */
    public int n() {
        return points.size();
    }
}
