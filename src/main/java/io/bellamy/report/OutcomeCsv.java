package io.bellamy.report;

import io.bellamy.adaptation.Interval;
import io.bellamy.evaluation.Estimate;
import io.bellamy.evaluation.Outcome;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every single prediction as comma-separated values: runtimes in seconds with all their digits, a point for the decimals
 * whatever the locale, nothing where there is no answer or no interval. Texts stand as {@link CsvText} writes them.
 */
public final class OutcomeCsv {

    private static final double LEVEL = 0.9;
    private static final double[] OTHER_LEVELS = {0.5, 0.8, 0.95};

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
            "method",
            "lower_50",
            "upper_50",
            "lower_80",
            "upper_80",
            "lower_95",
            "upper_95",
            "log_difference",
            "interval_score_90",
            "known",
            "known_of_context",
            "day");

    /**
     * Writes the header and a line for each outcome, in their order.
     *
     * @param out is neither flushed nor closed
     */
    public void write(List<Outcome> outcomes, Appendable out) throws IOException {
        CsvText.write(out, HEADER.toArray());
        for (Outcome outcome : outcomes) {
            Estimate forecast = outcome.forecast();
            List<Object> cells = new ArrayList<>(List.of(
                    outcome.algorithm(),
                    outcome.context(),
                    outcome.n(),
                    EvaluationJson.word(outcome.kind()),
                    outcome.split(),
                    outcome.trainingScaleOuts().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                    outcome.scaleOut(),
                    outcome.actual(),
                    forecast.isThere() ? forecast.runtime() : "",
                    end(outcome, LEVEL, Interval::lower),
                    end(outcome, LEVEL, Interval::upper),
                    outcome.method()));
            for (double level : OTHER_LEVELS) {
                cells.add(end(outcome, level, Interval::lower));
                cells.add(end(outcome, level, Interval::upper));
            }
            cells.add(forecast.isThere() ? outcome.logDifference() : "");
            OptionalDouble score = outcome.intervalScore();
            cells.add(score.isPresent() ? score.getAsDouble() : "");
            cells.add(outcome.known().runs());
            cells.add(outcome.known().ofContext());
            cells.add(outcome.known().day().map(LocalDate::toString).orElse(""));
            CsvText.write(out, cells.toArray());
        }
    }

    private static String end(Outcome outcome, double level, Function<Interval, Double> end) {
        return outcome.interval(level).map(end).map(String::valueOf).orElse("");
    }
}
