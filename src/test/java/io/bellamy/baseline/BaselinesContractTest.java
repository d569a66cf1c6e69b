package io.bellamy.baseline;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.evaluation.Estimate;
import io.bellamy.evaluation.Method;
import io.bellamy.evaluation.Question;
import io.bellamy.evaluation.QuestionKind;
import io.bellamy.evaluation.Task;
import io.bellamy.job.Companions;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyDefinition;
import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.PropertyKind;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Role;
import io.bellamy.job.Run;
import io.bellamy.job.Runs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every baseline must do, whatever it learns. */
class BaselinesContractTest {

    static List<Method> methods() {
        return Baselines.all(2);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void forecastsFollowFromTheTaskAndTheSeedAlone(Method method) {
        Task one = task("one", support("small", "large"), context("medium", 150, 2, 4, 8));
        Task other = task("other", support("tiny", "large"), context("medium", 40, 2, 6, 12));

        List<List<Estimate>> both = method.answer(List.of(one, other), 7, share -> {});
        List<List<Estimate>> swapped = method.answer(List.of(other, one), 7, share -> {});

        assertThat(swapped).containsExactly(both.get(1), both.get(0));
        assertThat(method.answer(List.of(other), 7, share -> {})).containsExactly(both.get(1));
        assertThat(both.get(0)).anyMatch(Estimate::isThere);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void whateverTheDataThereIsAPositiveRuntimeOrNone(Method method) {
        List<Run> points = context("medium", 150, 2, 4, 8);
        List<Run> equal = List.of(run(2, 60, Map.of()), run(4, 60, Map.of()), run(4, 60, Map.of()));
        List<Run> extreme = List.of(run(1, 1e-3, Map.of("memory", "0")), run(1000, 1e7, Map.of("job_args", "x 1 -2")));
        List<Task> tasks = List.of(
                task("nothing", List.of(), List.of()),
                task("one point", List.of(), points.subList(0, 1)),
                task("no support", List.of(), points),
                task("one run", points.subList(0, 1), List.of()),
                task("equal runtimes", equal, equal),
                task("no properties", List.of(run(2, 50, Map.of()), run(4, 30, Map.of())), equal.subList(0, 2)),
                task("extremes", extreme, extreme),
                task("mixed", join(extreme, support("small", "large")), points));

        List<Double> shares = new ArrayList<>();
        List<List<Estimate>> answers = method.answer(tasks, 1, shares::add);

        assertThat(shares).isSorted().endsWith(1.0);
        for (int i = 0; i < tasks.size(); i++) {
            assertThat(answers.get(i))
                    .as(tasks.get(i).context())
                    .hasSameSizeAs(tasks.get(i).questions());
            assertThat(answers.get(i)).allSatisfy(forecast -> {
                assertThat(!forecast.isThere() || (forecast.runtime() > 0 && Double.isFinite(forecast.runtime())))
                        .isTrue();
                assertThat(forecast.intervals())
                        .allMatch(interval -> interval.lower() > 0
                                && interval.contains(forecast.runtime())
                                && Double.isFinite(interval.upper()));
            });
        }
        assertThat(answers.get(0)).containsOnly(Estimate.NONE);
    }

    static Stream<Method> learningFromOthers() {
        return methods().stream()
                .filter(method -> !List.of("scaled", "ernest", "bell").contains(method.name()));
    }

    /** Version-like machine types and the like: 3.10 is not 3.1, whatever the property's role. */
    @ParameterizedTest
    @MethodSource("learningFromOthers")
    void nothingInANameIsANumber(Method method) {
        for (String property : List.of("machine_type", "data_size_MB", "job_args")) {
            assertThat(slowerWith(method, property, PropertyKind.NAME))
                    .as("%s, %s as a name", method.name(), property)
                    .isGreaterThan(1.5);
            assertThat(slowerWith(method, property, PropertyKind.NUMBER))
                    .as("%s, %s as a number", method.name(), property)
                    .isEqualTo(1);
        }
    }

    /** How much longer runs with 3.10 are expected to take than those with 3.1, which took a fifth. */
    private static double slowerWith(Method method, String property, PropertyKind kind) {
        Optional<Role> role = List.of(Role.values()).stream()
                .filter(known -> known.usualName().equals(property))
                .findFirst();
        PropertyDefinitions definitions = PropertyDefinitions.of(List.of(new PropertyDefinition(property, kind, role)));
        List<Run> support = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        for (Map.Entry<String, Integer> value : List.of(entry("3.10", 500), entry("3.1", 100), entry("3.2", 200))) {
            PropertyValues properties = PropertyValues.of(definitions, Map.of(property, value.getKey()));
            questions.add(new Question(0, QuestionKind.EXTRAPOLATION, List.of(), new PlannedRun(4, properties)));
            for (int scaleOut : new int[] {2, 4, 4, 8, 8}) {
                support.add(new Run(scaleOut, value.getValue() + 10.0 / scaleOut, properties));
            }
        }
        List<Estimate> estimates = method.answer(
                        List.of(new Task("new", support, Companions.NONE, questions)), 3, share -> {})
                .get(0);
        return estimates.get(0).runtime() / estimates.get(1).runtime();
    }

    /** Asks about scale-outs inside and outside, with all points and with none. */
    private static Task task(String name, List<Run> support, List<Run> points) {
        PropertyValues properties =
                points.isEmpty() ? Runs.values(Map.of()) : points.get(0).properties();
        List<Question> questions = new ArrayList<>();
        for (int scaleOut : new int[] {1, 5, 40}) {
            PlannedRun planned = new PlannedRun(scaleOut, properties);
            questions.add(new Question(0, QuestionKind.EXTRAPOLATION, points, planned));
            questions.add(new Question(1, QuestionKind.EXTRAPOLATION, List.of(), planned));
        }
        return new Task(name, support, Companions.NONE, questions);
    }

    private static List<Run> support(String... machines) {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < machines.length; i++) {
            runs.addAll(context(machines[i], 100 * (i + 1), 2, 4, 6, 8));
            runs.addAll(context(machines[i], 100 * (i + 1), 2, 4, 6, 8));
        }
        return runs;
    }

    private static List<Run> context(String machine, double seconds, int... scaleOuts) {
        List<Run> runs = new ArrayList<>();
        for (int scaleOut : scaleOuts) {
            Map<String, String> properties = Map.of(
                    "machine_type",
                    machine,
                    "data_size_MB",
                    Double.toString(seconds * 10),
                    "memory",
                    Integer.toString(8000 * scaleOut),
                    "job_args",
                    "x " + seconds);
            runs.add(run(scaleOut, 10 + seconds / scaleOut, properties));
        }
        return runs;
    }

    private static List<Run> join(List<Run> one, List<Run> other) {
        List<Run> runs = new ArrayList<>(one);
        runs.addAll(other);
        return runs;
    }

    private static Run run(int scaleOut, double runtime, Map<String, String> properties) {
        return Runs.run(scaleOut, runtime, properties);
    }
}
