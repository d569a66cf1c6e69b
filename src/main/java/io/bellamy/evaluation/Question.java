package io.bellamy.evaluation;

import io.bellamy.job.Run;
import java.util.List;

/**
 * One prediction that is asked for: what is the runtime of a held-out run, given some training points of its context?
 *
 * @param split which random split, from 0
 * @param kind where the tested scale-out lies
 * @param points the training points, n of them at distinct scale-outs, possibly none
 * @param test the run to be predicted; its runtime is the truth and must not be looked at by a method
 */
public record Question(int split, Kind kind, List<Run> points, Run test) {

    public Question {
        points = List.copyOf(points);
    }

    /** How many training points there are. */
    public int n() {
        return points.size();
    }
}
