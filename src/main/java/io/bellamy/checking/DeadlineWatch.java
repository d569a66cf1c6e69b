package io.bellamy.checking;

import io.bellamy.model.Forecast;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Looks ahead: what a job takes on its usual cluster on each day to come, if its runtimes grow on as they do.
 *
 * @param known by which it is expected what a run takes
 * @param slower a run takes so many times as long as that
 * @param seconds that a run may take
 */
record DeadlineWatch(Hindsight.Knowledge known, double slower, CheckRules rules, double seconds) {

    /**
     * Says when the deadline will be missed.
     *
     * @param usual the essential properties of a run of today
     * @param growth of runtimes, in ln
     */
    DeadlineCheck check(ObservedJob job, Map<String, String> usual, Trend growth, List<CheckedRun> checked) {
        Forecast forecast = AlgorithmCheck.usable(
                known.forecasts(job.usual(), List.of(job.usual().scaleOut()), List.of(usual))
                        .get(0));
        double perDay = growth.isSure() ? growth.perDay() : 0;
        OptionalInt missed = IntStream.rangeClosed(0, rules.ahead())
                .filter(day -> isMissed(forecast, slower * Math.exp(perDay * day)))
                .findFirst();
        return new DeadlineCheck(
                seconds,
                rules.deadlines().confidence(),
                (int) checked.stream()
                        .filter(run -> run.run().runtime() > seconds)
                        .count(),
                slower * forecast.runtime(),
                missed.isPresent() ? Optional.of(missed.getAsInt()) : Optional.empty(),
                rules.ahead(),
                job.newest().orElseThrow());
    }

    private boolean isMissed(Forecast forecast, double times) {
        double allowed = seconds / times;
        return rules.deadlines()
                .confidence()
                .flatMap(wanted -> forecast.distribution().map(runtime -> runtime.cumulative(allowed) < wanted))
                .orElse(forecast.runtime() > allowed);
    }
}
