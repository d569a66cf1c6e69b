package io.bellamy.evaluation;

import io.bellamy.adaptation.Interval;
import io.bellamy.job.Run;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One prediction beside the truth.
 *
 * @param algorithm the algorithm
 * @param context what is held out: the context, or the value; of the next run its own context
 * @param split which random split
 * @param kind where the tested scale-out lies
 * @param trainingScaleOuts the scale-outs of the training points, in order
 * @param scaleOut the tested scale-out
 * @param actual the measured runtime, seconds
 * @param method the name of the method
 * @param forecast what it said
 * @param known what was known
 */
public record Outcome(
        String algorithm,
        String context,
        int split,
        QuestionKind kind,
        List<Integer> trainingScaleOuts,
        int scaleOut,
        double actual,
        String method,
        Estimate forecast,
        Known known) {

    private static final double SCORED = 0.9;

    /**
     * What was known of a run.
     *
     * @param runs how many were known in all
     * @param ofContext how many of them were of its context
     * @param day of the run, where the order in time is what counts
     */
    public record Known(int runs, int ofContext, Optional<LocalDate> day) {}

    public Outcome {
        trainingScaleOuts = List.copyOf(trainingScaleOuts);
    }

    /** The answer to a question of a task. */
    static Outcome of(String algorithm, Task task, Question question, double actual, String method, Estimate forecast) {
        int support = task.support().size();
        Known known = question.past()
                .map(past ->
                        new Known(support + past.since().size(), past.matching().size(), past.day()))
                .orElse(new Known(support + question.n(), question.n(), Optional.empty()));
        String context = question.past()
                .filter(past -> question.kind() == QuestionKind.NEXT)
                .map(Past::context)
                .orElse(task.context());
        return new Outcome(
                algorithm,
                context,
                question.split(),
                question.kind(),
                question.points().stream().map(Run::scaleOut).toList(),
                question.planned().scaleOut(),
                actual,
                method,
                forecast,
                known);
    }

    /** How many training points there were. */
    public int n() {
        return trainingScaleOuts.size();
    }

    /** |predicted - actual|, seconds. */
    public double absoluteError() {
        return Math.abs(forecast.runtime() - actual);
    }

    /** |predicted - actual| / actual. */
    public double relativeError() {
        return absoluteError() / actual;
    }

    /** ln predicted - ln actual: above 0 where the prediction is too long. */
    public double logDifference() {
        return Math.log(forecast.runtime()) - Math.log(actual);
    }

    /** Of the interval of this level, where the method gives one. */
    public Optional<Interval> interval(double level) {
        return forecast.intervals().stream()
                .filter(candidate -> candidate.level() == level)
                .findFirst();
    }

    /**
     * The score of the 90 % interval on ln seconds (Gneiting and Raftery: Strictly Proper Scoring Rules, JASA 2007, section
     * 6.2): its width and 20 times what the runtime lies outside; lower is better.
     */
    public OptionalDouble intervalScore() {
        return interval(SCORED).stream()
                .mapToDouble(interval -> {
                    // what is no runtime any more, but has a logarithm
                    double lower = Math.log(Math.max(Double.MIN_VALUE, interval.lower()));
                    double upper = Math.log(Math.min(Double.MAX_VALUE, interval.upper()));
                    double runtime = Math.log(actual);
                    double outside = Math.max(0, lower - runtime) + Math.max(0, runtime - upper);
                    return upper - lower + 2 / (1 - SCORED) * outside;
                })
                .findFirst();
    }
}
