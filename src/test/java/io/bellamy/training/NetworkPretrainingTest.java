package io.bellamy.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import io.bellamy.autoencoder.Network;
import io.bellamy.config.ConfigurationReader;
import io.bellamy.features.EncodedRuns;
import io.bellamy.golden.Golden;
import io.bellamy.golden.GoldenData;
import io.bellamy.job.Run;
import io.bellamy.model.NetworkPart;
import io.bellamy.model.Weights;
import io.bellamy.natives.TensorEngine;
import io.bellamy.service.ModelKinds;
import io.bellamy.tuning.Seed;
import io.bellamy.tuning.Trial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The kernel against automatic differentiation of the same network on tensors, with dropout and noise. */
class NetworkPretrainingTest {

    private final List<Run> grep = GoldenData.load("c3o", "grep").runs();
    private final EncodedRuns runs = GoldenData.PIPELINE.fit(grep).encode(grep);
    private final Hyperparameters defaults = new Hyperparameters(0, 0.01, 0.001);
    private final PretrainingOptions options =
            new PretrainingOptions(4, 64, 0.25, ValidationSplit.STRATIFIED, 0.2, List.of("machine_type"), defaults);
    private final ValidationSplit.Rows rows = options.split().of(grep, options, List.of(), new Seed(1).generator());

    private List<RunningNetwork> slots(Double... dropouts) {
        List<RunningNetwork> slots = new ArrayList<>();
        for (double dropout : dropouts) {
            Trial trial = new Trial(slots.size(), Map.of(Hyperparameters.DROPOUT, dropout));
            slots.add(RunningNetwork.start(trial, Seed.forTrial(5, slots.size()), Golden.SHAPE, defaults));
        }
        return slots;
    }

    private TrialGroup<RunningNetwork> learners(List<RunningNetwork> slots) {
        return new NetworkGroup(slots, runs, rows, options);
    }

    /** Half-way they go on in other stacks, as they do when a trial beside them ends. */
    @Test
    void learnsAsTheNetworkWithAutomaticDifferentiation() {
        try (NDManager manager = TensorEngine.newManager();
                TrialGroup<RunningNetwork> tensors = new TrialStack(manager, slots(0.0, 0.1), runs, rows, options);
                TrialGroup<RunningNetwork> learners = learners(slots(0.0, 0.1))) {
            compare(tensors, learners);
            try (TrialGroup<RunningNetwork> tensorsAfter =
                            new TrialStack(manager, tensors.slots(), runs, rows, options);
                    TrialGroup<RunningNetwork> learnersAfter = learners(learners.slots())) {
                compare(tensorsAfter, learnersAfter);
            }
        }
    }

    private static List<Validation> epoch(TrialGroup<RunningNetwork> stack) {
        return stack.round().stream()
                .map(report -> report.orElseThrow().validation())
                .toList();
    }

    private static void compare(TrialGroup<RunningNetwork> tensors, TrialGroup<RunningNetwork> learners) {
        for (int epoch = 1; epoch <= 2; epoch++) {
            List<Validation> expected = epoch(tensors);
            List<Validation> actual = epoch(learners);
            for (int k = 0; k < expected.size(); k++) {
                assertThat(actual.get(k).loss()).isCloseTo(expected.get(k).loss(), within(1e-8));
                assertThat(actual.get(k).mae()).isCloseTo(expected.get(k).mae(), within(1e-8));
                assertThat(actual.get(k).mse()).isCloseTo(expected.get(k).mse(), within(1e-5));
            }
        }
        for (int k = 0; k < 2; k++) {
            for (NetworkPart part : NetworkPart.values()) {
                assertThat(learners.slots().get(k).weights().values(part))
                        .containsExactly(tensors.slots().get(k).weights().values(part), within(1e-9));
            }
        }
    }

    @Test
    void aNetworkIsTheSameAloneAndBesideFour() {
        List<RunningNetwork> five = slots(0.0, 0.1, 0.05, 0.2, 0.1);
        RunningNetwork last = slots(0.0, 0.1, 0.05, 0.2, 0.1).get(4);
        try (TrialGroup<RunningNetwork> together = learners(five);
                TrialGroup<RunningNetwork> alone = learners(List.of(last))) {
            assertThat(epoch(together).get(4)).isEqualTo(epoch(alone).get(0));
            assertThat(epoch(together).get(4)).isEqualTo(epoch(alone).get(0));
        }
    }

    /** Smaller batches than there are runs take another way through fine-tuning than one batch for all. */
    @Test
    void fineTunesInSeveralBatchesToo() {
        List<Run> context = grep.subList(0, 30);
        EncodedRuns encoded = GoldenData.PIPELINE.fit(grep).encode(context);
        FineTuningOptions whole = ConfigurationReader.read(Path.of("config.yml"), ModelKinds.ALL.names())
                .fineTuning()
                .options();
        FineTuningOptions small = new FineTuningOptions(
                60, 8, whole.learningRate(), 0.001, 0.25, 60, whole.stop(), whole.score(), whole.release());
        Weights start = Weights.random(Golden.SHAPE, new Seed(3).generator());
        List<Double> errors = new ArrayList<>();
        FineTuning.FineTuningResult result =
                new FineTuning(encoded, 6, small).run(start, new Seed(1), (epoch, mae) -> errors.add(mae));
        double[] predicted = Network.predict(result.weights(), encoded.inputs());
        double sum = 0;
        for (int row = 0; row < predicted.length; row++) {
            sum += Math.abs(predicted[row] - encoded.runtime(row));
        }
        assertThat(sum / predicted.length).isCloseTo(result.mae(), within(1e-9));
        assertThat(result.mae()).isEqualTo(errors.get(result.bestEpoch() - 1)).isLessThan(errors.get(0));
        assertThat(result.weights().values(NetworkPart.PROPERTIES)).isEqualTo(start.values(NetworkPart.PROPERTIES));
        assertThat(result.weights().values(NetworkPart.SCALE_OUT)).isEqualTo(start.values(NetworkPart.SCALE_OUT));
    }
}
