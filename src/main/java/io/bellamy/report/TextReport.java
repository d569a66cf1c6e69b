package io.bellamy.report;

import io.bellamy.prediction.Answer;
import io.bellamy.prediction.Answer.Interval;
import io.bellamy.prediction.Answer.Prediction;
import io.bellamy.problem.Quoted;
import io.bellamy.recommendation.Fastest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers for people. */
public final class TextReport {

    private static final String LINE = "%n";

    /** One block for each answer. */
    public String render(List<Answer> answers) {
        return answers.stream().map(this::answer).collect(Collectors.joining(System.lineSeparator()));
    }

    private String answer(Answer answer) {
        StringBuilder text = new StringBuilder();
        add(text, "%s on %s, model %s", answer.algorithm(), answer.trainingTarget(), answer.modelVersion());
        answer.context().forEach((name, value) -> add(text, "  %s: %s", name, shown(value)));
        answer.filledIn()
                .forEach(filled -> add(
                        text, "filled in: %s = %s, from %s", filled.property(), shown(filled.value()), filled.from()));
        Answer.FineTuned tuned = answer.fineTuning();
        add(text, "%s", basis(tuned));
        answer.warnings().forEach(warning -> add(text, "warning: %s", Quoted.line(warning)));
        Prediction fastest = Fastest.of(answer.predictions());
        add(text, "");
        Optional<Interval> first = answer.predictions().get(0).interval();
        String header = first.map(
                        interval -> String.format(Locale.ROOT, "  %18s", "in " + percent(interval) + " of runs"))
                .orElse("");
        add(text, "%9s  %11s%s", "scale-out", "runtime [s]", header);
        for (Prediction point : answer.predictions()) {
            String interval = point.interval()
                    .map(own -> String.format(Locale.ROOT, "  %8.1f .. %6.1f", own.lower(), own.upper()))
                    .orElse("");
            add(
                    text,
                    "%9d  %11.1f%s%s",
                    point.scaleOut(),
                    point.runtime(),
                    interval,
                    point.equals(fastest) ? "  fastest" : "");
        }
        return text.toString();
    }

    private static String basis(Answer.FineTuned tuned) {
        if (tuned.runs() == 0) {
            return "not fine-tuned";
        }
        String how = tuned.epochs() == 0
                ? "adapted to %d runs at %d scale-outs, mean absolute error %.1f s"
                : "fine-tuned on %d runs at %d scale-outs, " + tuned.epochs() + " epochs, mean absolute error %.1f s";
        return String.format(Locale.ROOT, how, tuned.runs(), tuned.scaleOuts(), tuned.mae());
    }

    private static String percent(Interval interval) {
        return Math.round(100 * interval.level()) + " %";
    }

    private static String shown(String value) {
        return value.isEmpty() ? "(blank)" : Quoted.plain(value);
    }

    private static void add(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format + LINE, values));
    }
}
