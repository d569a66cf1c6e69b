package io.bellamy.histories;

import io.bellamy.histories.Forecasts.Forecast;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How far answers are from the truth; what is not known is not a number.
 *
 * @param logError the mean of |ln predicted - ln true|, where the truth is the median of a run, stragglers included
 * @param relativeError the mean of |predicted - true| / true
 * @param held the mean chance that a run lies in the 90 % interval: 0.9 is right
 * @param width the mean half of the intervals' ratio, as a share
 * @param outside how many runtimes lie outside of their own interval
 * @param asked how many there should be
 * @param unanswered how many there are not
 */
record HistoryScore(
        double logError, double relativeError, double held, double width, long outside, int asked, long unanswered) {

    /** A forecast and what it should be. */
    private record Answer(Truth truth, Forecast forecast) {

        double right() {
            return truth.noise().median(truth.seconds());
        }

        double logError() {
            return Math.abs(Math.log(Math.max(forecast.seconds(), 1e-9) / right()));
        }

        double relativeError() {
            return Math.abs(forecast.seconds() - right()) / right();
        }

        double held() {
            return truth.noise().chance(forecast.upper(), truth.seconds())
                    - truth.noise().chance(forecast.lower(), truth.seconds());
        }

        double width() {
            return Math.sqrt(forecast.upper() / Math.max(forecast.lower(), 1e-9)) - 1;
        }

        boolean isOutside() {
            return forecast.seconds() < forecast.lower() || forecast.seconds() > forecast.upper();
        }
    }

    /** By group, in the order of their first questions. */
    static Map<String, List<Scored>> read(Path history, Path answers) throws IOException {
        Forecasts forecasts = Forecasts.read(answers);
        return Truth.read(history.resolve("truth.csv")).stream()
                .collect(Collectors.groupingBy(
                        Truth::group,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                truth -> new Scored(truth, forecasts.at(truth.request(), truth.scaleOut())),
                                Collectors.toList())));
    }

    /**
     * A question and what came of it.
     *
     * @param truth what should
     * @param forecast what did
     */
    record Scored(Truth truth, Optional<Forecast> forecast) {}

    static HistoryScore of(List<Scored> all) {
        List<Answer> answers = all.stream()
                .flatMap(one -> one.forecast().map(forecast -> new Answer(one.truth(), forecast)).stream())
                .toList();
        return new HistoryScore(
                mean(answers.stream().mapToDouble(Answer::logError).toArray()),
                mean(answers.stream().mapToDouble(Answer::relativeError).toArray()),
                mean(answers.stream().mapToDouble(Answer::held).toArray()),
                mean(answers.stream().mapToDouble(Answer::width).toArray()),
                answers.stream().filter(Answer::isOutside).count(),
                all.size(),
                all.size() - answers.size());
    }

    static double mean(double... values) {
        return java.util.Arrays.stream(values).average().orElse(Double.NaN);
    }
}
