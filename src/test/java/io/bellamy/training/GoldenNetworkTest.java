package io.bellamy.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellamy.autoencoder.InputTable;
import io.bellamy.autoencoder.Network;
import io.bellamy.config.ConfigurationReader;
import io.bellamy.features.EncodedRuns;
import io.bellamy.golden.Golden;
import io.bellamy.golden.GoldenData;
import io.bellamy.job.Run;
import io.bellamy.model.NetworkPart;
import io.bellamy.model.Weights;
import io.bellamy.service.ModelKinds;
import io.bellamy.tuning.Seed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel that trains and predicts against the figures of the original in PyTorch. */
class GoldenNetworkTest {

    private static final double TOLERANCE = 1e-10;

    private final JsonNode forward = Golden.read("forward.json");
    private final List<Run> grep = GoldenData.load("c3o", "grep").runs();
    private final EncodedRuns runs = GoldenData.PIPELINE.fit(grep).encode(grep);

    @Test
    void predictsLosesAndDerivesAsTheOriginal() {
        Network network = network(0);
        double[] targets = targets();
        network.choose(rows(), 0, targets.length);
        network.encode();
        double[] predicted = network.predict().clone();
        double reconstruction = network.decode();
        network.learnAll(targets, 0.01);

        double[] expected = Arrays.stream(Golden.matrix(forward.get("y_pred")))
                .mapToDouble(row -> row[0])
                .toArray();
        assertThat(predicted).containsExactly(expected, within(TOLERANCE));
        JsonNode losses = forward.get("loss_parts");
        assertThat(reconstruction)
                .isCloseTo(losses.get("x_emb").asDouble() + losses.get("x_opt").asDouble(), within(TOLERANCE));
        Weights gradients = Golden.weights(forward.get("gradients"));
        // before its first step Adam remembers nothing, after it a tenth of the gradient
        Weights remembered = network.firstMoments();
        for (NetworkPart part : NetworkPart.values()) {
            double[] derived = Arrays.stream(remembered.values(part))
                    .map(moment -> moment / (1 - 0.9))
                    .toArray();
            assertThat(derived).as(part.toString()).containsExactly(gradients.values(part), within(TOLERANCE));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10})
    void stepsAsTorchAdam(int steps) {
        Network network = network(0.001);
        double[] targets = targets();
        for (int step = 0; step < steps; step++) {
            network.choose(rows(), 0, targets.length);
            network.encode();
            network.predict();
            network.decode();
            network.learnAll(targets, 0.01);
        }
        assertClose(
                network.weights(),
                Golden.weights(forward.get("adam").get("after").get(Integer.toString(steps))),
                TOLERANCE);
    }

    @ParameterizedTest
    @CsvSource({"finetune.json,5.0", "finetune_pretrained.json,5.0", "finetune_pretrained_thr001.json,0.01"})
    void fineTunesAsTheOriginal(String file, double threshold) {
        JsonNode golden = Golden.read(file);
        List<Run> history = new ArrayList<>();
        golden.get("rows").forEach(row -> history.add(grep.get(row.asInt())));
        FineTuningOptions original = ConfigurationReader.read(
                        Path.of("examples/original-config.yml"), ModelKinds.ALL.names())
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
        FineTuning.FineTuningResult result = new FineTuning(
                        GoldenData.PIPELINE.fit(grep).encode(history), 4, options)
                .run(Golden.weights(golden.get("parameters_before")), new Seed(1), (epoch, mae) -> losses.add(mae));

        double[] expected = Golden.vector(golden.get("ft_loss_all"));
        assertThat(losses.stream().mapToDouble(Double::doubleValue).toArray()).containsExactly(expected, within(1e-8));
        assertThat(result.epochs()).isEqualTo(golden.get("epochs_run").asInt());
        assertThat(result.bestEpoch())
                .isEqualTo(golden.get("best_checkpoint_epoch").asInt());
        JsonNode released = golden.get("scale_out_unfrozen_after_epoch");
        assertThat(result.releasedAfter())
                .isEqualTo(released.isNull() ? Optional.empty() : Optional.of(released.asInt()));
        assertClose(result.weights(), Golden.weights(golden.get("parameters_after")), 1e-8);
        List<Run> asked = new ArrayList<>();
        golden.get("prediction_rows").forEach(row -> asked.add(grep.get(row.asInt())));
        double[] predictions = Network.predict(
                result.weights(), GoldenData.PIPELINE.fit(grep).encode(asked).inputs());
        assertThat(predictions).containsExactly(Golden.vector(golden.get("predictions")), within(1e-6));
    }

    @Test
    void schedulesTheLearningRateAsTheOriginal() {
        double[] expected = Golden.vector(Golden.read("lr_schedule.json").get("lr"));
        LearningRateSchedule schedule = new LearningRateSchedule(0.001);
        for (int epoch = 1; epoch <= expected.length; epoch++) {
            assertThat(schedule.at(epoch)).as("epoch %s", epoch).isCloseTo(expected[epoch - 1], within(1e-15));
        }
    }

    /** The original's network, to be given rows of the data set. */
    private Network network(double weightDecay) {
        return new Network(
                Golden.weights(forward.get("parameters")), new InputTable(runs.inputs()), rows().length, weightDecay);
    }

    private int[] rows() {
        int[] rows = new int[forward.get("rows").size()];
        Arrays.setAll(rows, i -> forward.get("rows").get(i).asInt());
        return rows;
    }

    private double[] targets() {
        return Arrays.stream(rows()).mapToDouble(runs::runtime).toArray();
    }

    private static void assertClose(Weights actual, Weights expected, double tolerance) {
        for (NetworkPart part : NetworkPart.values()) {
            assertThat(actual.values(part))
                    .as(part.toString())
                    .containsExactly(expected.values(part), within(tolerance));
        }
    }
}
