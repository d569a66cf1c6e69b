package io.bellamy.evaluation;

import io.bellamy.evaluation.EvaluationRun.MethodSummary;
import io.bellamy.problem.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What could not be asked or answered, for people. */
record EvaluationNotes(Plan plan, List<String> notes) {

    static List<String> of(Plan plan, List<MethodSummary> methods, List<Outcome> outcomes) {
        EvaluationNotes made = new EvaluationNotes(plan, new ArrayList<>());
        plan.algorithms().values().forEach(algorithm -> made.notes.addAll(algorithm.notes()));
        methods.forEach(method -> made.unanswered(
                method,
                outcomes.stream()
                        .filter(outcome -> outcome.method().equals(method.name()))
                        .toList()));
        return made.notes;
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
                        + (plan.protocol() instanceof SplitProtocol ? " with " + Counted.of(n, "training point") : ""));
            }
        });
        if (method.mostSplits() < plan.protocol().splits()) {
            notes.add(method.name() + " answered only the first " + method.mostSplits() + " of "
                    + Counted.of(plan.protocol().splits(), "split") + ", since it learns anew for each");
        }
    }
}
