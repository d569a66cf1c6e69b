package io.bellamy.evaluation;

import io.bellamy.evaluation.EvaluationRun.MethodSummary;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** Puts the questions of held-out contexts to every method and sets the answers beside the truth. */
public final class Evaluation {

    private static final double NANOS = 1e9;

    private final List<Method> methods;
    private final PartStore parts;

    /** Is told how far it is. */
    @FunctionalInterface
    public interface EvaluationProgress {

        /**
         * Some more is done.
         *
         * @param share of all the work, from 0 to 1
         * @param doing what is under way
         */
        void update(double share, String doing);
    }

    /**
     * What came of it.
     *
     * @param methods the methods with the time that each took
     * @param outcomes every single prediction
     * @param notes what could not be asked or answered, for people
     */
    public record EvaluationResult(List<MethodSummary> methods, List<Outcome> outcomes, List<String> notes) {}

    /** One method and one algorithm, with the answers where they are there from before. */
    private record Work(String algorithm, Method method, List<HeldOut> tasks, Optional<PartStore.FinishedPart> known) {

        static Work of(String algorithm, Method method, List<HeldOut> tasks, PartStore parts) {
            List<Integer> questions =
                    tasks.stream().map(held -> held.task().questions().size()).toList();
            return new Work(algorithm, method, tasks, parts.find(algorithm, method.name(), questions));
        }

        double effort() {
            return known.isPresent() ? 0 : method.effort() * tasks.size();
        }
    }

    /**
     * Prepares an evaluation.
     *
     * @param parts where finished parts are kept and found again
     */
    public Evaluation(List<Method> methods, PartStore parts) {
        this.methods = List.copyOf(methods);
        this.parts = parts;
    }

    /** Asks every method about every algorithm. */
    public EvaluationResult run(Plan plan, EvaluationProgress progress) {
        List<Work> all = new ArrayList<>();
        plan.algorithms()
                .forEach((name, algorithm) -> methods.forEach(method -> all.add(Work.of(
                        name,
                        method,
                        algorithm.heldOut().stream()
                                .map(task -> reduced(task, method))
                                .toList(),
                        parts))));
        double whole = all.stream().mapToDouble(Work::effort).sum();
        Map<String, Double> seconds = new HashMap<>();
        List<Outcome> outcomes = new ArrayList<>();
        double done = 0;
        for (Work work : all) {
            double before = done;
            PartStore.FinishedPart part = work.known()
                    .orElseGet(() -> answered(
                            work,
                            plan.seed(),
                            own -> progress.update(
                                    (before + work.effort() * own) / whole,
                                    work.algorithm() + " " + work.method().name())));
            seconds.merge(work.method().name(), part.seconds(), Double::sum);
            add(outcomes, work, part.forecasts());
            done += work.effort();
        }
        List<MethodSummary> summaries = methods.stream()
                .map(method -> new MethodSummary(
                        method.name(),
                        method.description(),
                        method.mostSplits(),
                        seconds.getOrDefault(method.name(), 0.0)))
                .toList();
        return new EvaluationResult(summaries, outcomes, EvaluationNotes.of(plan, summaries, outcomes));
    }

    private PartStore.FinishedPart answered(Work work, long seed, DoubleConsumer progress) {
        long start = System.nanoTime();
        List<List<Estimate>> forecasts = work.method()
                .answer(
                        work.tasks().stream().map(HeldOut::task).toList(),
                        new Seed(seed).stream(work.algorithm()).value(),
                        progress);
        PartStore.FinishedPart part = new PartStore.FinishedPart(forecasts, (System.nanoTime() - start) / NANOS);
        parts.save(work.algorithm(), work.method().name(), part);
        return part;
    }

    /** Only the questions of the splits that a method answers. */
    private static HeldOut reduced(HeldOut all, Method method) {
        List<Question> questions = new ArrayList<>();
        List<Double> runtimes = new ArrayList<>();
        for (int i = 0; i < all.runtimes().size(); i++) {
            Question question = all.task().questions().get(i);
            if (question.split() < method.mostSplits()) {
                questions.add(question);
                runtimes.add(all.runtimes().get(i));
            }
        }
        Task task = all.task();
        return new HeldOut(new Task(task.context(), task.support(), task.companions(), questions), runtimes);
    }

    private static void add(List<Outcome> outcomes, Work work, List<List<Estimate>> forecasts) {
        for (int t = 0; t < work.tasks().size(); t++) {
            HeldOut heldOut = work.tasks().get(t);
            List<Question> questions = heldOut.task().questions();
            for (int q = 0; q < questions.size(); q++) {
                Question question = questions.get(q);
                outcomes.add(Outcome.of(
                        work.algorithm(),
                        heldOut.task(),
                        question,
                        heldOut.runtimes().get(q),
                        work.method().name(),
                        forecasts.get(t).get(q)));
            }
        }
    }
}
