package io.bellamy.report;

import io.bellamy.prediction.Answer;
import io.bellamy.prediction.Answer.Prediction;
import io.bellamy.problem.Quoted;
import io.bellamy.recommendation.Fastest;
import java.util.List;
import java.util.Locale;
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
        add(
                text,
                tuned.runs() == 0
                        ? "not fine-tuned"
                        : "fine-tuned on %d runs at %d scale-outs, %d epochs, mean absolute error %.1f s",
                tuned.runs(),
                tuned.scaleOuts(),
                tuned.epochs(),
                tuned.mae());
        answer.warnings().forEach(warning -> add(text, "warning: %s", Quoted.line(warning)));
        Prediction fastest = Fastest.of(answer.predictions());
        add(text, "");
        add(text, "%9s  %11s", "scale-out", "runtime [s]");
        for (Prediction point : answer.predictions()) {
            add(text, "%9d  %11.1f%s", point.scaleOut(), point.runtime(), point.equals(fastest) ? "  fastest" : "");
        }
        return text.toString();
    }

    private static String shown(String value) {
        return value.isEmpty() ? "(blank)" : Quoted.plain(value);
    }

    private static void add(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format + LINE, values));
    }
}
