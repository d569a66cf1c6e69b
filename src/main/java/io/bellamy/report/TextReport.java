package io.bellamy.report;

import io.bellamy.job.Role;
import io.bellamy.model.Grounds;
import io.bellamy.prediction.Answer;
import io.bellamy.problem.Counted;
import io.bellamy.problem.Quoted;
import io.bellamy.recommendation.Recommendation;
import io.bellamy.service.Advice;
import io.bellamy.service.Reply;
import io.bellamy.service.Reply.Answered;
import io.bellamy.service.Reply.Refused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers for people. */
public final class TextReport implements ReplyForm {

    private static final String INDENT = "  ";

    private final CandidateTable table;

    public TextReport(Terminal terminal) {
        this.table = new CandidateTable(terminal);
    }

    @Override
    public String alone(Answered answered) {
        return answered.advice().stream().map(this::block).collect(Collectors.joining(System.lineSeparator()));
    }

    @Override
    public String oneOfMany(Reply reply) {
        String title = "== " + Quoted.line(reply.source()) + System.lineSeparator();
        if (reply instanceof Answered answered) {
            return title + alone(answered) + System.lineSeparator();
        }
        return title
                + lines(((Refused) reply)
                        .messages().stream()
                                .map(message -> "refused: " + message)
                                .toList())
                + System.lineSeparator();
    }

    private String block(Advice advice) {
        Recommendation recommendation = advice.recommendation();
        List<Answer> answers = recommendation.answers();
        Answer first = answers.get(0);
        List<List<String>> bases = answers.stream().map(TextReport::basis).toList();
        List<String> common = bases.get(0).stream()
                .filter(line -> bases.stream().allMatch(basis -> basis.contains(line)))
                .toList();
        List<String> text = new ArrayList<>();
        text.add(first.algorithm() + " on " + first.trainingTarget() + ", " + origin(first.model()));
        text.addAll(common);
        for (int i = 0; i < answers.size(); i++) {
            List<String> own = new ArrayList<>(bases.get(i));
            own.removeAll(common);
            if (answers.size() > 1) {
                text.add(own.remove(0).strip());
            }
            own.forEach(line -> text.add(INDENT + line));
        }
        return lines(text)
                + System.lineSeparator()
                + table.render(recommendation)
                + System.lineSeparator()
                + Words.choice(recommendation)
                + System.lineSeparator()
                + lines(MemoryWords.tooSmall(recommendation))
                + lines(CostWords.basis(recommendation))
                + advice.explanation()
                        .map(explanation -> System.lineSeparator()
                                + ExplanationTable.render(explanation)
                                + AlikeRunsTable.render(explanation))
                        .orElse("")
                + advice.time()
                        .map(time -> System.lineSeparator() + TimeSharesText.render(time, first.counts()))
                        .orElse("")
                + advice.memory()
                        .map(scores -> MemoryWords.explained(recommendation, scores))
                        .filter(scores -> !scores.isEmpty())
                        .map(scores -> System.lineSeparator() + scores)
                        .orElse("");
    }

    private static String origin(Answer.ModelOrigin model) {
        return "model " + model.version() + " ("
                + model.age().map(age -> Words.age(age) + " old, ").orElse("") + "pretrained on "
                + Counted.of(model.runs(), "run") + ")";
    }

    /** What an answer rests on, a line each; the machine type, in which several answers differ, stands first. */
    private static List<String> basis(Answer answer) {
        List<String> lines = new ArrayList<>();
        Optional<String> machineType = answer.definitions().withRole(Role.MACHINE_TYPE);
        answer.context().entrySet().stream()
                .sorted(Comparator.comparing(property -> !machineType.equals(Optional.of(property.getKey()))))
                .forEach(property -> lines.add(INDENT + property.getKey() + ": " + shown(property.getValue())));
        if (!answer.machineSize().isEmpty()) {
            lines.add(INDENT + "per " + answer.counts().one() + ": " + Quoted.plain(answer.machineSize()));
        }
        answer.request().day().ifPresent(day -> lines.add(INDENT + "day: " + day));
        answer.filledIn().stream()
                .filter(filled -> !filled.value().isEmpty())
                .forEach(filled -> lines.add(
                        "filled in: " + filled.property() + " = " + shown(filled.value()) + ", from " + filled.from()));
        answer.grounds().ifPresentOrElse(grounds -> lines.add(grounds(grounds)), () -> lines.add(adaptation(answer)));
        answer.grounds()
                .flatMap(Grounds::change)
                .ifPresent(change -> lines.add("changed: this job takes " + Words.change(change)));
        answer.warnings().forEach(warning -> lines.add("warning: " + warning));
        return lines;
    }

    private static String grounds(Grounds grounds) {
        return String.format(
                Locale.ROOT,
                "rests most on %s, %.0f %% alike%s",
                Counted.of(grounds.runs(), "run"),
                100 * grounds.likeness(),
                grounds.newest().map(day -> ", the newest of " + day).orElse(""));
    }

    private static String adaptation(Answer answer) {
        Answer.FineTuned tuned = answer.fineTuning();
        if (tuned.runs() == 0) {
            return "not adapted: no run matches";
        }
        String how = tuned.epochs() == 0
                ? "adapted to %s at %s%s, mean absolute error %.1f s"
                : "fine-tuned on %s at %s%s, " + Counted.of(tuned.epochs(), "epoch") + ", mean absolute error %.1f s";
        String when = answer.measured()
                .map(days -> ", measured from " + days.oldest() + " to " + days.newest())
                .orElse("");
        return String.format(
                Locale.ROOT,
                how,
                Counted.of(tuned.runs(), "run"),
                Counted.of(tuned.scaleOuts(), "scale-out"),
                when,
                tuned.mae());
    }

    private static String shown(String value) {
        return value.isEmpty() ? "(blank)" : Quoted.plain(value);
    }

    private static String lines(List<String> lines) {
        return lines.stream()
                .map(line -> Quoted.line(line) + System.lineSeparator())
                .collect(Collectors.joining());
    }
}
