package io.bellamy.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import io.bellamy.config.ConfigurationReader;
import io.bellamy.features.EncodedRuns;
import io.bellamy.golden.Golden;
import io.bellamy.golden.GoldenData;
import io.bellamy.job.Run;
import io.bellamy.model.Batch;
import io.bellamy.model.BatchLoader;
import io.bellamy.model.Losses;
import io.bellamy.model.Part;
import io.bellamy.model.StackedWeights;
import io.bellamy.model.Weights;
import io.bellamy.tuning.Seed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The network and its training against the figures of the original in PyTorch. */
class GoldenNetworkTest {

    private static final double TOLERANCE = 1e-10;

    private final JsonNode forward = Golden.read("forward.json");
    private final List<Run> grep = GoldenData.load("c3o", "grep").runs();
    private final EncodedRuns runs = GoldenData.PIPELINE.fit(grep).encode(grep);

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void predictsLosesAndDerivesAsTheOriginal(int networks) {
        try (NDManager manager = NDManager.newBaseManager();
                StackedWeights network = stack(manager, networks)) {
            Batch batch = batch(manager, networks);
            NDArray[] seen = new NDArray[3];
            Map<Part, NDArray> gradients = Gradients.of(manager, network, EnumSet.allOf(Part.class), taken -> {
                NDArray codes = taken.pass().encode(batch.vectors(), Optional.empty());
                seen[0] = taken.pass().runtimes(batch.scaleOuts(), taken.pass().contexts(codes, batch));
                seen[1] = Losses.smoothL1(seen[0], batch.runtimes());
                seen[2] = Losses.reconstruction(taken.pass().decode(codes, Optional.empty()), batch);
                return seen[1].add(seen[2]);
            });
            int last = networks - 1;
            double[] predicted = Arrays.stream(Golden.matrix(forward.get("y_pred")))
                    .mapToDouble(row -> row[0])
                    .toArray();
            assertThat(seen[0].get(last).toDoubleArray()).containsExactly(predicted, within(TOLERANCE));
            JsonNode parts = forward.get("loss_parts");
            assertThat(seen[1].toDoubleArray()[last]).isCloseTo(parts.get("y").asDouble(), within(TOLERANCE));
            assertThat(seen[2].toDoubleArray()[last])
                    .isCloseTo(
                            parts.get("x_emb").asDouble() + parts.get("x_opt").asDouble(), within(TOLERANCE));
            Weights expected = Golden.weights(forward.get("gradients"));
            gradients.forEach((part, gradient) -> assertThat(gradient.get(last).toDoubleArray())
                    .as(part.toString())
                    .containsExactly(expected.values(part), within(TOLERANCE)));
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,2", "1,10", "5,1", "5,2", "5,10"})
    void stepsAsTorchAdam(int networks, int steps) {
        try (NDManager manager = NDManager.newBaseManager();
                StackedWeights network = stack(manager, networks)) {
            Adam adam = new Adam(
                    network,
                    network.weights().stream().map(Adam.State::fresh).toList(),
                    Collections.nCopies(networks, 0.001));
            Batch batch = batch(manager, networks);
            for (int step = 0; step < steps; step++) {
                Map<Part, NDArray> gradients = Gradients.of(manager, network, EnumSet.allOf(Part.class), taken -> {
                    NDArray codes = taken.pass().encode(batch.vectors(), Optional.empty());
                    NDArray predicted = taken.pass()
                            .runtimes(batch.scaleOuts(), taken.pass().contexts(codes, batch));
                    return Losses.smoothL1(predicted, batch.runtimes())
                            .add(Losses.reconstruction(taken.pass().decode(codes, Optional.empty()), batch));
                });
                adam.update(manager, gradients, Collections.nCopies(networks, 0.01));
            }
            Weights expected = Golden.weights(forward.get("adam").get("after").get(Integer.toString(steps)));
            assertClose(network.weights().get(networks - 1), expected, TOLERANCE);
        }
    }

    @ParameterizedTest
    @CsvSource({"finetune.json,5.0", "finetune_pretrained.json,5.0", "finetune_pretrained_thr001.json,0.01"})
    void fineTunesAsTheOriginal(String file, double threshold) {
        JsonNode golden = Golden.read(file);
        List<Run> history = new ArrayList<>();
        golden.get("rows").forEach(row -> history.add(grep.get(row.asInt())));
        FineTuningOptions original = ConfigurationReader.read(Path.of("examples/original-config.yml"))
                .fineTuning()
                .options();
        FineTuningOptions options = new FineTuningOptions(
                original.epochs(),
                original.batchSize(),
                original.learningRate(),
                original.weightDecay(),
                0,
                original.patience(),
                new FineTuningOptions.Stop(threshold, original.stop().unit()),
                original.score(),
                original.release());
        List<Double> losses = new ArrayList<>();
        try (NDManager manager = NDManager.newBaseManager()) {
            FineTuning.Result result = new FineTuning(
                            GoldenData.PIPELINE.fit(grep).encode(history), 4, options)
                    .run(Golden.weights(golden.get("parameters_before")), new Seed(1), (epoch, mae) -> losses.add(mae));

            double[] expected = Golden.vector(golden.get("ft_loss_all"));
            assertThat(losses.stream().mapToDouble(Double::doubleValue).toArray())
                    .containsExactly(expected, within(1e-8));
            assertThat(result.epochs()).isEqualTo(golden.get("epochs_run").asInt());
            assertThat(result.bestEpoch())
                    .isEqualTo(golden.get("best_checkpoint_epoch").asInt());
            JsonNode released = golden.get("scale_out_unfrozen_after_epoch");
            assertThat(result.releasedAfter())
                    .isEqualTo(released.isNull() ? Optional.empty() : Optional.of(released.asInt()));
            assertClose(result.weights(), Golden.weights(golden.get("parameters_after")), 1e-8);
            List<Run> asked = new ArrayList<>();
            golden.get("prediction_rows").forEach(row -> asked.add(grep.get(row.asInt())));
            double[] predictions = predict(manager, result.weights(), asked);
            assertThat(predictions).containsExactly(Golden.vector(golden.get("predictions")), within(1e-6));
        }
    }

    @Test
    void schedulesTheLearningRateAsTheOriginal() {
        double[] expected = Golden.vector(Golden.read("lr_schedule.json").get("lr"));
        LearningRateSchedule schedule = new LearningRateSchedule(0.001);
        for (int epoch = 1; epoch <= expected.length; epoch++) {
            assertThat(schedule.at(epoch)).as("epoch %s", epoch).isCloseTo(expected[epoch - 1], within(1e-15));
        }
    }

    private double[] predict(NDManager manager, Weights weights, List<Run> asked) {
        EncodedRuns encoded = GoldenData.PIPELINE.fit(grep).encode(asked);
        try (StackedWeights network = new StackedWeights(manager, List.of(weights))) {
            Batch batch = new BatchLoader(encoded.inputs(), Golden.SHAPE).loadAll(manager);
            var pass = network.step(manager, EnumSet.noneOf(Part.class)).pass();
            NDArray codes = pass.encode(batch.vectors(), Optional.empty());
            return pass.runtimes(batch.scaleOuts(), pass.contexts(codes, batch)).toDoubleArray();
        }
    }

    /** The golden network as the last of several; the others differ. */
    private StackedWeights stack(NDManager manager, int networks) {
        RandomGenerator random = new Seed(7).generator();
        List<Weights> weights = new ArrayList<>();
        for (int k = 1; k < networks; k++) {
            weights.add(Weights.random(Golden.SHAPE, random));
        }
        weights.add(Golden.weights(forward.get("parameters")));
        return new StackedWeights(manager, weights);
    }

    /** The golden rows for the last network; the others get other rows. */
    private Batch batch(NDManager manager, int networks) {
        int[] golden = new int[forward.get("rows").size()];
        Arrays.setAll(golden, i -> forward.get("rows").get(i).asInt());
        int[][] rows = new int[networks][];
        double[][] runtimes = new double[networks][];
        for (int k = 0; k < networks; k++) {
            int shift = networks - 1 - k;
            rows[k] = Arrays.stream(golden)
                    .map(row -> Math.max(0, row - 37 * shift))
                    .toArray();
            runtimes[k] = Arrays.stream(rows[k]).mapToDouble(runs::runtime).toArray();
        }
        return new BatchLoader(runs.inputs(), Golden.SHAPE).load(manager, rows, runtimes);
    }

    private static void assertClose(Weights actual, Weights expected, double tolerance) {
        for (Part part : Part.values()) {
            assertThat(actual.values(part))
                    .as(part.toString())
                    .containsExactly(expected.values(part), within(tolerance));
        }
    }
}
