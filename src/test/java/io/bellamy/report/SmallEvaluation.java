package io.bellamy.report;

import io.bellamy.adaptation.Interval;
import io.bellamy.evaluation.ContextProtocol;
import io.bellamy.evaluation.Estimate;
import io.bellamy.evaluation.EvaluationRun;
import io.bellamy.evaluation.EvaluationRun.MethodSummary;
import io.bellamy.evaluation.NextRunProtocol;
import io.bellamy.evaluation.Outcome;
import io.bellamy.evaluation.QuestionKind;
import io.bellamy.evaluation.Support;
import io.bellamy.evaluation.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An evaluation small enough to be worked out by hand, with names that try to break out of where they are put. */
final class SmallEvaluation {

    static final String SCRIPT = "</script><script>document.documentElement.dataset.injected='1'</script>";
    static final String IMAGE = "<img src=x onerror=\"document.documentElement.dataset.injected='2'\">";
    static final String FORMULA =
            "=HYPERLINK(\"http://example.invalid/\",\"a,b\")\r\n{{data}} $1 \\ \u2028 \u202e &lt;";
    static final String PLAIN = "machine_type=m, data_size_MB=1";

    private final List<Outcome> outcomes = new ArrayList<>();

    private SmallEvaluation() {}

    /** Two algorithms; of three methods "sure" has intervals and "shy" answers little. */
    static EvaluationRun run() {
        SmallEvaluation made = new SmallEvaluation();
        for (String context : List.of(SCRIPT, FORMULA)) {
            made.add("grep", context, List.of(), 4, 100, List.of(110.0, 150.0, Double.NaN));
            made.add("grep", context, List.of(2, 8), 4, 100, List.of(105.0, 120.0, 101.0));
        }
        made.add(IMAGE, PLAIN, List.of(), 4, 200, List.of(300.0, 200.0, Double.NaN));
        made.add(IMAGE, PLAIN, List.of(2, 8), 4, 200, List.of(210.0, 400000.0, Double.NaN));
        made.add(IMAGE, PLAIN, List.of(2, 8), 6, 200, List.of(210.0, 400000.0, 200.0));
        return new EvaluationRun(
                "small " + SCRIPT,
                "config.yml",
                new ContextProtocol(Variant.STRICT, Support.FULL, 30, 0, 2),
                Long.MAX_VALUE,
                List.of(
                        new MethodSummary("sure", "knows how sure it is", Integer.MAX_VALUE, 1.5),
                        new MethodSummary(IMAGE, "hostile " + SCRIPT, 2, 0.25),
                        new MethodSummary("shy", "answers little", 30, 0)),
                made.outcomes,
                List.of("a note " + IMAGE, "a line\nbreak"));
    }

    /** Two next runs, of which one method tells how sure it is. */
    static EvaluationRun nextRuns() {
        SmallEvaluation made = new SmallEvaluation();
        made.add("grep", PLAIN, QuestionKind.NEXT, List.of(), 4, 100, List.of(110.0, 150.0, Double.NaN));
        made.add("grep", SCRIPT, QuestionKind.NEXT, List.of(), 8, 50, List.of(40.0, 50.0, 51.0));
        EvaluationRun small = run();
        return new EvaluationRun(
                small.target(),
                small.configuration(),
                new NextRunProtocol(10, 200),
                small.seed(),
                small.methods(),
                made.outcomes,
                small.notes());
    }

    private void add(
            String algorithm,
            String context,
            List<Integer> points,
            int scaleOut,
            double actual,
            List<Double> predicted) {
        QuestionKind kind = points.isEmpty() ? QuestionKind.EXTRAPOLATION : QuestionKind.INTERPOLATION;
        add(algorithm, context, kind, points, scaleOut, actual, predicted);
    }

    private void add(
            String algorithm,
            String context,
            QuestionKind kind,
            List<Integer> points,
            int scaleOut,
            double actual,
            List<Double> predicted) {
        List<String> methods = List.of("sure", IMAGE, "shy");
        for (int i = 0; i < methods.size(); i++) {
            double runtime = predicted.get(i);
            Estimate forecast = i == 0
                    ? new Estimate(
                            runtime,
                            List.of(
                                    new Interval(0.5, runtime - 7, runtime + 7),
                                    new Interval(0.9, runtime - 20, runtime + 20)))
                    : new Estimate(runtime, List.of());
            Outcome.Known known = new Outcome.Known(10 + points.size(), points.size(), Optional.empty());
            outcomes.add(new Outcome(
                    algorithm, context, 0, kind, points, scaleOut, actual, methods.get(i), forecast, known));
        }
    }
}
