package io.bellamy.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import io.bellamy.features.EncodedRuns;
import io.bellamy.golden.Golden;
import io.bellamy.golden.GoldenData;
import io.bellamy.job.Run;
import io.bellamy.kernel.Table;
import io.bellamy.model.Part;
import io.bellamy.tuning.Seed;
import io.bellamy.tuning.Trial;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel against automatic differentiation of the same network. */
class LearnerTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1})
    void learnsAsTheNetworkWithAutomaticDifferentiation(double dropout) {
        List<Run> grep = GoldenData.load("c3o", "grep").runs();
        EncodedRuns runs = GoldenData.PIPELINE.fit(grep).encode(grep);
        Hyperparameters hyperparameters = new Hyperparameters(dropout, 0.01, 0.001);
        PretrainingOptions options = new PretrainingOptions(
                3, 64, 0.25, ValidationSplit.STRATIFIED, 0.2, List.of("machine_type"), hyperparameters);
        ValidationSplit.Rows rows = options.split().of(grep, options, List.of(), new Seed(1).generator());
        Seed seed = new Seed(5);
        Slot slot = Slot.start(new Trial(0, Map.of()), seed, Golden.SHAPE, hyperparameters);
        Learner learner =
                new Learner(slot.weights(), runs, new Table(runs.inputs()), rows, options, hyperparameters, seed);
        try (NDManager manager = NDManager.newBaseManager();
                TrialStack stack = new TrialStack(manager, List.of(slot), runs, rows, options)) {
            for (int epoch = 1; epoch <= 3; epoch++) {
                Validation expected = stack.epoch().get(0);
                Validation actual = learner.epoch();
                assertThat(actual.loss()).isCloseTo(expected.loss(), within(1e-8));
                assertThat(actual.mae()).isCloseTo(expected.mae(), within(1e-8));
                assertThat(actual.mse()).isCloseTo(expected.mse(), within(1e-5));
            }
            for (Part part : Part.values()) {
                assertThat(learner.network().weights().values(part))
                        .containsExactly(stack.weights().get(0).values(part), within(1e-9));
            }
        }
    }
}
