package io.bellamy.evaluation;

import io.bellamy.evaluation.EvaluationRun.MethodSummary;
import io.bellamy.problem.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What could not be asked or answered, for people. */
final class EvaluationNotes {

    /** Fewer points have no other scale-out between them. */
    private static final int INSIDE_STRICT = 2;

    private final Plan plan;
    private final List<String> notes = new ArrayList<>();

    private EvaluationNotes(Plan plan) {
        this.plan = plan;
    }

    static List<String> of(Plan plan, List<MethodSummary> methods, List<Outcome> outcomes) {
        EvaluationNotes made = new EvaluationNotes(plan);
        plan.algorithms().forEach(made::unasked);
        methods.forEach(method -> made.unanswered(
                method,
                outcomes.stream()
                        .filter(outcome -> outcome.method().equals(method.name()))
                        .toList()));
        return made.notes;
    }

    private void unasked(String name, Plan.Algorithm algorithm) {
        int heldOut = algorithm.heldOut().size();
        if (heldOut < algorithm.selected()) {
            notes.add(name + ": nothing can be asked about " + (algorithm.selected() - heldOut) + " of "
                    + Counted.of(algorithm.selected(), "context") + " (support: "
                    + word(plan.protocol().support())
                    + "), for want of other contexts to learn from or of scale-outs to test");
        }
        if (plan.protocol().support() == Support.FILTERED && !algorithm.alike().isEmpty()) {
            notes.add(name + ": its contexts do not differ in " + Plan.words(algorithm.alike())
                    + ", so support is not filtered by it");
        }
        if (algorithm.selected() == 0) {
            notes.add(name + ": it has no context with the values asked for");
        }
        long alone = algorithm.heldOut().stream()
                .filter(held -> held.task().support().isEmpty())
                .count();
        if (alone > 0 && plan.protocol().support() != Support.LOCAL) {
            notes.add(name + ": " + alone + " of " + Counted.of(heldOut, "context") + (alone == 1 ? " has" : " have")
                    + " no other to learn from: all methods know the training points alone");
        }
        for (QuestionKind kind : QuestionKind.values()) {
            Map<Integer, Long> asked = new TreeMap<>();
            for (int n = fewest(kind); n <= plan.protocol().mostPoints(); n++) {
                asked.put(n, contexts(algorithm, kind, n));
            }
            asked.forEach((n, contexts) -> {
                if (contexts < heldOut) {
                    notes.add(name + ": " + word(kind) + " with " + Counted.of(n, "training point")
                            + " can be asked about " + contexts + " of " + Counted.of(heldOut, "context"));
                }
            });
        }
    }

    private int fewest(QuestionKind kind) {
        int possible = 0;
        if (kind == QuestionKind.INTERPOLATION) {
            possible = plan.protocol().variant() == Variant.STRICT ? INSIDE_STRICT : 1;
        } else if (plan.protocol().support() == Support.LOCAL) {
            possible = 1;
        }
        return Math.max(possible, plan.protocol().fewestPoints());
    }

    private static long contexts(Plan.Algorithm algorithm, QuestionKind kind, int n) {
        return algorithm.heldOut().stream()
                .filter(heldOut -> heldOut.task().questions().stream()
                        .anyMatch(question -> question.n() == n && question.kind() == kind))
                .count();
    }

    private void unanswered(MethodSummary method, List<Outcome> outcomes) {
        Map<Integer, List<Outcome>> byPoints = new TreeMap<>();
        outcomes.forEach(outcome ->
                byPoints.computeIfAbsent(outcome.n(), n -> new ArrayList<>()).add(outcome));
        byPoints.forEach((n, asked) -> {
            long answered = asked.stream()
                    .filter(outcome -> outcome.forecast().isThere())
                    .count();
            if (answered < asked.size()) {
                notes.add(method.name() + " answered " + answered + " of " + Counted.of(asked.size(), "question")
                        + " with " + Counted.of(n, "training point"));
            }
        });
        if (method.mostSplits() < plan.protocol().splits()) {
            notes.add(method.name() + " answered only the first " + method.mostSplits() + " of "
                    + Counted.of(plan.protocol().splits(), "split") + ", since it learns anew for each");
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
