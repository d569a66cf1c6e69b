package io.bellamy.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.features.Property;
import io.bellamy.golden.GoldenData;
import io.bellamy.job.Companions;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of a run that is asked about. */
class ForeknowledgeTest {

    private static final List<String> ESSENTIAL =
            GoldenData.PIPELINE.essential().stream().map(Property::name).toList();

    private final List<Run> sort = GoldenData.load("c3o", "sort").runs();

    /** As of a request: nobody knows the memory of machines of a type that was never run. */
    @Test
    void ofTheOptionalPropertiesOnlyThoseAreToldThatTheKnownRunsTell() {
        for (HeldOut heldOut : new ContextProtocol(Variant.STRICT, Support.FILTERED, 2, 0, 2)
                .tasks(new KnownAlgorithm(sort, Companions.NONE), GoldenData.PIPELINE, context -> true, 3)) {
            assertThat(heldOut.task().questions()).allSatisfy(question -> {
                Map<String, String> known = question.planned().properties().texts();
                assertThat(known).containsKeys("machine_type", "data_size_MB", "job_type");
                if (question.points().isEmpty()) {
                    assertThat(known).doesNotContainKeys("memory", "slots");
                } else {
                    Run point = question.points().get(0);
                    int perMachine = Integer.parseInt(point.essential("memory")) / point.scaleOut();
                    assertThat(known)
                            .containsEntry(
                                    "memory",
                                    String.valueOf(
                                            perMachine * question.planned().scaleOut()));
                }
            });
        }
    }

    /** Half of the cores on as many machines is another configuration, which who asks has chosen. */
    @Test
    void memoryAndSlotsAreToldWhereRunsOnAsManyMachinesDifferInThem() {
        List<Run> runs = new ArrayList<>();
        for (Run run : sort) {
            Map<String, String> half = new HashMap<>(run.properties().texts());
            half.put("slots", String.valueOf(Integer.parseInt(half.get("slots")) / 2));
            runs.add(run);
            runs.add(new Run(
                    run.scaleOut(),
                    1.7 * run.runtime(),
                    PropertyValues.of(run.properties().definitions(), half),
                    run.measured()));
        }
        List<HeldOut> tasks = new ContextProtocol(Variant.STRICT, Support.FULL, 2, 0, 2)
                .tasks(new KnownAlgorithm(runs, Companions.NONE), GoldenData.PIPELINE, context -> true, 3);
        assertThat(tasks).isNotEmpty().allSatisfy(heldOut -> {
            for (int q = 0; q < heldOut.runtimes().size(); q++) {
                PlannedRun planned = heldOut.task().questions().get(q).planned();
                double runtime = heldOut.runtimes().get(q);
                assertThat(runs)
                        .anyMatch(run -> run.runtime() == runtime
                                && run.scaleOut() == planned.scaleOut()
                                && run.properties().equals(planned.properties()));

                assertThat(planned.standIns()).isEmpty();
            }
        });
    }

    /** They are chosen, or stand in a data sheet; what else is optional, only the known runs tell. */
    @Test
    void whoAsksAboutAValueKnowsTheMemoryAndSlotsOfItsMachines() {
        List<HeldOut> tasks = new HoldOutProtocol("machine_type", 2, 0, 1)
                .plan(
                        new ContextSelection(Map.of(), Optional.of(2), ESSENTIAL, 1),
                        GoldenData.PIPELINE,
                        Map.of("sort", new KnownAlgorithm(sort, Companions.NONE)),
                        1)
                .get("sort")
                .heldOut();
        assertThat(tasks).hasSize(2).allSatisfy(heldOut -> {
            assertThat(heldOut.task().support()).isNotEmpty().noneMatch(run -> run.essential("machine_type")
                    .equals(heldOut.task().context()));
            for (int q = 0; q < heldOut.runtimes().size(); q++) {
                Question question = heldOut.task().questions().get(q);
                double runtime = heldOut.runtimes().get(q);
                assertThat(sort)
                        .anyMatch(run -> run.runtime() == runtime
                                && run.scaleOut() == question.planned().scaleOut()
                                && run.properties().equals(question.planned().properties()));
                assertThat(question.planned().properties().names()).contains("memory", "slots");
            }
        });
    }
}
