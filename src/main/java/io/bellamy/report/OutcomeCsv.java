package io.bellamy.report;

import io.bellamy.adaptation.Interval;
import io.bellamy.evaluation.Estimate;
import io.bellamy.evaluation.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Every single prediction as comma-separated values: runtimes in seconds with all their digits, a point for the decimals
 * whatever the locale, nothing where there is no answer or no interval. Texts stand as {@link CsvText} writes them.
 */
public final class OutcomeCsv {

    private static final double LEVEL = 0.9;

    private static final List<String> HEADER = List.of(
            "algorithm",
            "context",
            "n",
            "kind",
            "split",
            "training_scale_outs",
            "scale_out",
            "actual",
            "predicted",
            "lower_90",
            "upper_90",
            "method");

    /**
     * Writes the header and a line for each outcome, in their order.
     *
     * @param out is neither flushed nor closed
     */
    public void write(List<Outcome> outcomes, Appendable out) throws IOException {
        CsvText.write(out, HEADER.toArray());
        for (Outcome outcome : outcomes) {
            Estimate forecast = outcome.forecast();
            Optional<Interval> interval = forecast.intervals().stream()
                    .filter(candidate -> candidate.level() == LEVEL)
                    .findFirst();
            CsvText.write(
                    out,
                    outcome.algorithm(),
                    outcome.context(),
                    outcome.n(),
                    EvaluationJson.word(outcome.kind()),
                    outcome.split(),
                    outcome.trainingScaleOuts().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                    outcome.scaleOut(),
                    outcome.actual(),
                    forecast.isThere() ? forecast.runtime() : "",
                    interval.map(Interval::lower).map(String::valueOf).orElse(""),
                    interval.map(Interval::upper).map(String::valueOf).orElse(""),
                    outcome.method());
        }
    }
}
