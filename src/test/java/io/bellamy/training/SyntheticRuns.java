package io.bellamy.training;

import io.bellamy.job.Run;
import io.bellamy.job.Runs;
import io.bellamy.model.PerceptronShape.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** Runs of a job that takes 100 s for every 1000 MB, shared by the machines, and an ensemble that is small. */
public final class SyntheticRuns {

    public static final EnsembleOptions OPTIONS = new EnsembleOptions(
            4,
            List.of(
                    new EnsembleOptions.PerceptronKind(1, 8, Activation.SILU, 1),
                    new EnsembleOptions.PerceptronKind(2, 6, Activation.TANH, 0.5)),
            200,
            0.02,
            0.01,
            EnsembleOptions.Parts.BOTH);

    private static final List<Integer> SCALE_OUTS = List.of(2, 4, 6, 8, 12);

    private SyntheticRuns() {}

    /** So many contexts, of 1000 MB, 2000 MB, ..., each at five scale-outs. */
    public static List<Run> contexts(int number) {
        List<Run> runs = new ArrayList<>();
        for (int context = 0; context < number; context++) {
            double size = 1000 * (context + 1);
            runs.addAll(context(context, scaleOut -> 100 * size / 1000 / scaleOut));
        }
        return runs;
    }

    /** The runs of the context with this number. */
    public static List<Run> context(int context, IntToDoubleFunction runtime) {
        return SCALE_OUTS.stream()
                .map(scaleOut -> run(scaleOut, runtime.applyAsDouble(scaleOut), context))
                .toList();
    }

    public static Run run(int scaleOut, double runtime, int context) {
        return Runs.run(
                scaleOut,
                runtime,
                Map.of(
                        "machine_type",
                        context % 2 == 0 ? "m4.xlarge" : "c4.2xlarge",
                        "data_size_MB",
                        String.valueOf(1000 * (context + 1)),
                        "memory",
                        String.valueOf(16 * scaleOut),
                        "slots",
                        String.valueOf(4 * scaleOut)));
    }
}
