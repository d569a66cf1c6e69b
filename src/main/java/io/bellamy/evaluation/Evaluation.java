package io.bellamy.evaluation;

import io.bellamy.evaluation.EvaluationRun.MethodSummary;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts the questions of held-out contexts to every method and sets the answers beside the truth. */
public final class Evaluation {

    private static final double NANOS = 1e9;

    private final List<Method> methods;
    private final long seed;
    private final PartStore parts;

    /** Is told how far it is. */
    @FunctionalInterface
    public interface Progress {

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
     */
    public record Result(List<MethodSummary> methods, List<Outcome> outcomes) {}

    /**
     * Prepares an evaluation.
     *
     * @param parts where finished parts are kept and found again
     */
    public Evaluation(List<Method> methods, long seed, PartStore parts) {
        this.methods = List.copyOf(methods);
        this.seed = seed;
        this.parts = parts;
    }

    /** Asks every method about every algorithm; the tasks are given by the algorithm's name. */
    public Result run(Map<String, List<HeldOut>> algorithms, Progress progress) {
        double whole = 0;
        for (Method method : methods) {
            for (List<HeldOut> tasks : algorithms.values()) {
                whole += method.effort() * tasks.size();
            }
        }
        Map<String, Double> seconds = new LinkedHashMap<>();
        List<Outcome> outcomes = new ArrayList<>();
        double done = 0;
        for (Map.Entry<String, List<HeldOut>> entry : algorithms.entrySet()) {
            for (Method method : methods) {
                List<HeldOut> tasks = entry.getValue().stream()
                        .map(task -> reduced(task, method))
                        .toList();
                double effort = method.effort() * tasks.size();
                double before = done / whole;
                double share = effort / whole;
                String doing = entry.getKey() + " " + method.name();
                PartStore.Part part =
                        part(entry.getKey(), tasks, method, own -> progress.update(before + share * own, doing));
                seconds.merge(method.name(), part.seconds(), Double::sum);
                add(outcomes, entry.getKey(), method, tasks, part.forecasts());
                done += effort;
                progress.update(done / whole, doing);
            }
        }
        return new Result(
                methods.stream()
                        .map(method -> new MethodSummary(
                                method.name(),
                                method.description(),
                                method.mostSplits(),
                                seconds.getOrDefault(method.name(), 0.0)))
                        .toList(),
                outcomes);
    }

    private PartStore.Part part(
            String algorithm, List<HeldOut> tasks, Method method, java.util.function.DoubleConsumer progress) {
        Optional<PartStore.Part> known = parts.find(algorithm, method.name());
        if (known.isPresent()) {
            return known.get();
        }
        long start = System.nanoTime();
        List<List<Forecast>> forecasts = method.answer(
                tasks.stream().map(HeldOut::task).toList(),
                new Seed(seed).stream(algorithm).value(),
                progress);
        PartStore.Part part = new PartStore.Part(forecasts, (System.nanoTime() - start) / NANOS);
        parts.save(algorithm, method.name(), part);
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
        return new HeldOut(new Task(all.task().context(), all.task().support(), questions), runtimes);
    }

    private static void add(
            List<Outcome> outcomes,
            String algorithm,
            Method method,
            List<HeldOut> tasks,
            List<List<Forecast>> forecasts) {
        for (int t = 0; t < tasks.size(); t++) {
            Task task = tasks.get(t).task();
            for (int q = 0; q < task.questions().size(); q++) {
                Question question = task.questions().get(q);
                outcomes.add(new Outcome(
                        algorithm,
                        task.context(),
                        question.split(),
                        question.kind(),
                        question.points().stream().map(run -> run.scaleOut()).toList(),
                        question.planned().scaleOut(),
                        tasks.get(t).runtimes().get(q),
                        method.name(),
                        forecasts.get(t).get(q)));
            }
        }
    }

    /** What could not be asked or answered, for people. */
    public static List<String> notes(Map<String, List<HeldOut>> algorithms, Protocol protocol, Result result) {
        List<String> notes = new ArrayList<>();
        algorithms.forEach((algorithm, tasks) -> notes.addAll(unasked(algorithm, tasks, protocol)));
        for (MethodSummary method : result.methods()) {
            Map<Integer, int[]> byPoints = new TreeMap<>();
            for (Outcome outcome : result.outcomes()) {
                if (outcome.method().equals(method.name())) {
                    int[] counts = byPoints.computeIfAbsent(outcome.n(), n -> new int[2]);
                    counts[outcome.forecast().isThere() ? 1 : 0]++;
                }
            }
            byPoints.forEach((n, counts) -> {
                if (counts[0] > 0) {
                    notes.add(method.name() + " answered " + counts[1] + " of " + (counts[0] + counts[1])
                            + " questions with " + n + " training points");
                }
            });
            if (method.mostSplits() < protocol.splits()) {
                notes.add(method.name() + " answered only the first " + method.mostSplits() + " of " + protocol.splits()
                        + " splits, since it learns anew for each");
            }
        }
        return notes;
    }

    private static List<String> unasked(String algorithm, List<HeldOut> tasks, Protocol protocol) {
        List<String> notes = new ArrayList<>();
        if (tasks.isEmpty()) {
            notes.add(algorithm + ": nothing can be asked: no context has both support (" + protocol.support()
                    + ") and a scale-out to be tested");
            return notes;
        }
        for (int n = protocol.fewestPoints(); n <= protocol.mostPoints(); n++) {
            for (Kind kind : Kind.values()) {
                int points = n;
                long contexts = tasks.stream()
                        .filter(task -> task.task().questions().stream()
                                .anyMatch(question -> question.n() == points && question.kind() == kind))
                        .count();
                boolean impossible = kind == Kind.INTERPOLATION && n < (protocol.variant() == Variant.STRICT ? 2 : 1);
                if (contexts < tasks.size() && !impossible) {
                    notes.add(algorithm + ": " + kind.name().toLowerCase(java.util.Locale.ROOT) + " with " + n
                            + " training points can be asked about " + contexts + " of " + tasks.size() + " contexts");
                }
            }
        }
        return notes;
    }
}
