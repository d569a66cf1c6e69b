package io.bellamy.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import io.bellamy.golden.Golden;
import io.bellamy.job.Context;
import io.bellamy.job.Run;
import io.bellamy.job.Runs;
import io.bellamy.model.PerceptronShape;
import io.bellamy.model.PerceptronShape.Activation;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** AdamW, the rate's schedule and the loss against figures of plain arithmetic, which {@code golden/adamw.py} makes. */
class PerceptronTrainingTest {

    private static final PerceptronShape SHAPE = new PerceptronShape(2, 1, 2, Activation.TANH);

    private final JsonNode golden = Golden.read("adamw.json");

    @Test
    void theRateRisesLinearlyAndFallsAlongACosine() {
        assertThat(golden.get("schedules")).hasSize(4).allSatisfy(schedule -> {
            int steps = schedule.get("steps").asInt();
            PerceptronTraining.PerceptronOptions options = new PerceptronTraining.PerceptronOptions(
                    steps, schedule.get("learning_rate").asDouble(), 0);
            double[] expected = Golden.vector(schedule.get("rates"));
            assertThat(expected).hasSize(steps);
            for (int step = 0; step < steps; step++) {
                assertThat(options.rate(step))
                        .as("step %s of %s", step, steps)
                        .isCloseTo(expected[step], within(1e-14));
            }
        });
    }

    /** Two networks side by side, each with inputs of its own; one does not see two of the runs. */
    @Test
    void stepsAsAdamWWithDecoupledWeightDecay() {
        List<Run> runs = new ArrayList<>();
        for (double runtime : Golden.vector(golden.get("runtimes"))) {
            runs.add(Runs.run(runs.size() + 1, runtime, Map.of()));
        }
        Configurations configurations = new Configurations(Context.of(runs, List.of()));
        JsonNode networks = golden.get("networks");
        double[][][] columns = new double[networks.size()][][];
        boolean[][] seen = new boolean[networks.size()][runs.size()];
        List<float[]> initial = new ArrayList<>();
        for (int k = 0; k < networks.size(); k++) {
            columns[k] = Golden.matrix(networks.get(k).get("columns"));
            for (int run = 0; run < runs.size(); run++) {
                seen[k][run] = networks.get(k).get("seen").get(run).asBoolean();
            }
            initial.add(floats(Golden.vector(networks.get(k).get("initial"))));
        }
        PerceptronTraining.PerceptronOptions options = new PerceptronTraining.PerceptronOptions(
                golden.get("steps").asInt(),
                golden.get("learning_rate").asDouble(),
                golden.get("weight_decay").asDouble());
        try (NDManager manager = NDManager.newBaseManager();
                PerceptronTraining training = new PerceptronTraining(
                        manager,
                        SHAPE,
                        new PerceptronBatches(manager, columns, configurations, seen, new Seed(1)),
                        initial,
                        options)) {
            int done = 0;
            for (int step : List.of(1, 2, 3, 10, 30, 60)) {
                training.run(step - done);
                done = step;
                float[] weights = training.weights();
                for (int k = 0; k < networks.size(); k++) {
                    float[] expected =
                            floats(Golden.vector(networks.get(k).get("after").get(Integer.toString(step))));
                    assertThat(Arrays.copyOfRange(weights, k * SHAPE.size(), (k + 1) * SHAPE.size()))
                            .as("network %s after %s steps", k, step)
                            .containsExactly(expected, within(2e-5f));
                }
            }
        }
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
