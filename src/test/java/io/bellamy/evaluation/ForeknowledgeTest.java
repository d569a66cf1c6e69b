package io.bellamy.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.features.Property;
import io.bellamy.golden.GoldenData;
import io.bellamy.job.Run;
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
                .tasks(sort, GoldenData.PIPELINE, context -> true, 3)) {
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

    /** They are chosen, or stand in a data sheet; what else is optional, only the known runs tell. */
    @Test
    void whoAsksAboutAValueKnowsTheMemoryAndSlotsOfItsMachines() {
        List<HeldOut> tasks = new HoldOutProtocol("machine_type", 2, 0, 1)
                .plan(
                        new ContextSelection(Map.of(), Optional.of(2), ESSENTIAL, 1),
                        GoldenData.PIPELINE,
                        Map.of("sort", sort),
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
