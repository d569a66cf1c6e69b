package io.bellamy.evaluation;

import io.bellamy.job.PlannedRun;
import io.bellamy.job.Run;
import java.util.List;

/**
 * One prediction that is asked for: how long does a run of a held-out context take, given some training points of it?
 *
 * @param split which random split, from 0
 * @param kind where the tested scale-out lies
 * @param points the training points, n of them at distinct scale-outs, possibly none, ordered by scale-out; questions of
 *     one task may share them
 * @param planned the run to be predicted, without its runtime
 */
public record Question(int split, QuestionKind kind, List<Run> points, PlannedRun planned) {

    public Question {
        points = List.copyOf(points);
    }

    /** How many training points there are. */
    public int n() {
        return points.size();
    }
}
