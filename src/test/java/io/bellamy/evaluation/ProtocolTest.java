package io.bellamy.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.features.Property;
import io.bellamy.golden.GoldenData;
import io.bellamy.job.Companions;
import io.bellamy.job.Context;
import io.bellamy.job.Run;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is asked about real contexts. */
class ProtocolTest {

    private static final List<String> ESSENTIAL =
            GoldenData.PIPELINE.essential().stream().map(Property::name).toList();
    private static final List<String> C3O = List.of("sort", "grep", "sgd", "kmeans", "pagerank");

    private final List<Run> sort = runs("sort");

    private static List<Run> runs(String algorithm) {
        return GoldenData.load("c3o", algorithm).runs();
    }

    private static List<HeldOut> tasks(ContextProtocol protocol, List<Run> runs) {
        return protocol.tasks(new KnownAlgorithm(runs, Companions.NONE), GoldenData.PIPELINE, context -> true, 3);
    }

    @ParameterizedTest
    @CsvSource({"grep,27", "sort,21", "sgd,30", "kmeans,30", "pagerank,47"})
    void everyContextOfC3oCanBeHeldOut(String algorithm, int contexts) {
        List<Run> runs = runs(algorithm);
        List<HeldOut> tasks = tasks(new ContextProtocol(Variant.STRICT, Support.FULL, 1, 0, 2), runs);
        assertThat(tasks).hasSize(contexts);
        Map<String, Context> byName =
                Context.of(runs, ESSENTIAL).stream().collect(Collectors.toMap(Context::name, context -> context));
        assertThat(tasks).allSatisfy(heldOut -> {
            Set<Run> support = new HashSet<>(heldOut.task().support());
            assertThat(support)
                    .doesNotContainAnyElementsOf(
                            byName.get(heldOut.task().context()).runs());
            assertThat(heldOut.task().support())
                    .hasSize(runs.size()
                            - byName.get(heldOut.task().context()).runs().size());
        });
    }

    @Test
    void ninetyThreeContextsOfC3oHaveFilteredSupport() {
        // with a point there is something to ask about a context without support too
        ContextProtocol protocol = new ContextProtocol(Variant.STRICT, Support.FILTERED, 1, 0, 1);
        assertThat(C3O.stream()
                        .mapToInt(algorithm -> tasks(protocol, runs(algorithm)).size()))
                .hasSize(5);
        assertThat(C3O.stream()
                        .mapToInt(algorithm -> tasks(protocol, runs(algorithm)).size())
                        .sum())
                .isEqualTo(93);
    }

    @Test
    void filteredSupportLooksQuiteDifferent() {
        ContextProtocol protocol = new ContextProtocol(Variant.STRICT, Support.FILTERED, 1, 0, 0);
        for (String algorithm : List.of("sort", "kmeans")) {
            List<Run> all = runs(algorithm);
            for (HeldOut heldOut : tasks(protocol, all)) {
                Run own = all.stream()
                        .filter(run -> Context.of(List.of(run), ESSENTIAL)
                                .get(0)
                                .name()
                                .equals(heldOut.task().context()))
                        .findFirst()
                        .orElseThrow();
                assertThat(heldOut.task().support()).isNotEmpty().allSatisfy(run -> {
                    double ratio = number(run) / number(own);
                    assertThat(run.essential("machine_type")).isNotEqualTo(own.essential("machine_type"));
                    assertThat(run.essential("data_characteristics"))
                            .isNotEqualTo(own.essential("data_characteristics"));
                    assertThat(ratio < 0.8 || ratio > 1.2).isTrue();
                    if (algorithm.equals("kmeans")) {
                        assertThat(run.essential("job_args")).isNotEqualTo(own.essential("job_args"));
                    }
                });
            }
        }
    }

    private static double number(Run run) {
        return Double.parseDouble(run.essential("data_size_MB"));
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void pointsAreAtDistinctScaleOutsAndTheKindFollowsFromTheirRange(Variant variant) {
        List<HeldOut> tasks = tasks(new ContextProtocol(variant, Support.FULL, 10, 0, 6), sort);
        List<Question> questions =
                tasks.stream().flatMap(task -> task.task().questions().stream()).toList();
        assertThat(questions).isNotEmpty().allSatisfy(question -> {
            List<Integer> taken = question.points().stream().map(Run::scaleOut).toList();
            int tested = question.planned().scaleOut();
            assertThat(taken).doesNotHaveDuplicates().isSorted();
            boolean inside = !taken.isEmpty() && tested >= taken.get(0) && tested <= taken.get(taken.size() - 1);
            assertThat(question.kind()).isEqualTo(inside ? QuestionKind.INTERPOLATION : QuestionKind.EXTRAPOLATION);
            if (variant == Variant.STRICT) {
                assertThat(taken).doesNotContain(tested);
            }
        });
        boolean asksAboutPoints = questions.stream().anyMatch(question -> question.points().stream()
                .anyMatch(point -> point.scaleOut() == question.planned().scaleOut()));
        assertThat(asksAboutPoints).isEqualTo(variant == Variant.PUBLISHED);
        // sort was run on six scale-outs: beyond all of them nothing is left to be asked, unless it may be one of them
        assertThat(questions.stream().mapToInt(Question::n).max()).hasValue(variant == Variant.STRICT ? 5 : 6);
    }

    @Test
    void whatIsAskedIsRuntimesOfTheContext() {
        for (HeldOut heldOut : tasks(new ContextProtocol(Variant.STRICT, Support.FULL, 5, 0, 5), sort)) {
            List<Run> own = Context.of(sort, ESSENTIAL).stream()
                    .filter(context -> context.name().equals(heldOut.task().context()))
                    .findFirst()
                    .orElseThrow()
                    .runs();
            for (int q = 0; q < heldOut.runtimes().size(); q++) {
                Question question = heldOut.task().questions().get(q);
                double runtime = heldOut.runtimes().get(q);
                assertThat(own).containsAll(question.points());
                assertThat(own)
                        .anyMatch(run -> run.runtime() == runtime
                                && run.scaleOut() == question.planned().scaleOut()
                                && run.properties().equals(question.planned().properties()));
            }
        }
    }

    @Test
    void everyScaleOutAndRepetitionHasItsTurn() {
        HeldOut heldOut = tasks(new ContextProtocol(Variant.STRICT, Support.FULL, 300, 0, 0), sort)
                .get(0);
        Context context = Context.of(sort, ESSENTIAL).get(0);
        assertThat(context.name()).isEqualTo(heldOut.task().context());
        assertThat(heldOut.task().questions().stream()
                        .map(question -> question.planned().scaleOut())
                        .distinct())
                .hasSize(6);
        assertThat(heldOut.runtimes())
                .hasSizeGreaterThan(context.runs().size())
                .containsAll(context.runs().stream().map(Run::runtime).toList());
    }

    @Test
    void moreSplitsBeginWithFewer() {
        List<HeldOut> few = tasks(new ContextProtocol(Variant.STRICT, Support.FULL, 2, 1, 3), sort);
        List<HeldOut> many = tasks(new ContextProtocol(Variant.STRICT, Support.FULL, 9, 0, 4), sort);
        for (int t = 0; t < few.size(); t++) {
            List<Question> begun = many.get(t).task().questions().stream()
                    .filter(question -> question.split() < 2 && question.n() >= 1 && question.n() <= 3)
                    .toList();
            assertThat(begun).containsExactlyElementsOf(few.get(t).task().questions());
        }
    }

    @Test
    void allSplitsOfEveryKindAreThereWhereTheyCanBe() {
        ContextProtocol protocol = new ContextProtocol(Variant.STRICT, Support.FULL, 30, 2, 4);
        for (HeldOut heldOut : tasks(protocol, sort)) {
            for (int n = 2; n <= 4; n++) {
                for (QuestionKind kind : protocol.kinds()) {
                    int points = n;
                    assertThat(heldOut.task().questions().stream()
                                    .filter(question -> question.n() == points && question.kind() == kind)
                                    .map(Question::split))
                            .containsExactlyInAnyOrderElementsOf(
                                    Stream.iterate(0, i -> i + 1).limit(30).toList());
                }
            }
        }
    }

    /** Contexts that look different, or none at all, are those of the algorithm alone. */
    @ParameterizedTest
    @EnumSource(Support.class)
    void onlyBesideFullSupportOtherAlgorithmsAreKnown(Support support) {
        Companions grep = new Companions("sort", List.of(), Map.of("grep", runs("grep")));
        List<HeldOut> tasks = new ContextProtocol(Variant.STRICT, support, 1, 1, 2)
                .tasks(new KnownAlgorithm(sort, grep), GoldenData.PIPELINE, context -> true, 3);
        assertThat(tasks).hasSizeGreaterThan(10).allSatisfy(heldOut -> assertThat(
                        heldOut.task().companions())
                .isEqualTo(support == Support.FULL ? grep : Companions.NONE));
    }

    @Test
    void aSelectionHoldsOutSomeOfThoseWithTheValuesWanted() {
        Map<String, String> only = Map.of("machine_type", "m4.2xlarge");
        ContextSelection selection = new ContextSelection(only, Optional.of(2), ESSENTIAL, 1);
        Plan plan = Plan.of(
                new ContextProtocol(Variant.STRICT, Support.FULL, 1, 0, 1),
                selection,
                GoldenData.PIPELINE,
                Map.of("sort", new KnownAlgorithm(sort, Companions.NONE)),
                1);
        assertThat(plan.tasks()).isEqualTo(2);
        assertThat(plan.algorithms().get("sort").heldOut())
                .hasSize(2)
                .allSatisfy(heldOut -> assertThat(heldOut.task().context()).startsWith("m4.2xlarge | "));
    }
}
