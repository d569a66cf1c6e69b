package io.bellamy.training;

import ai.djl.ndarray.NDManager;
import io.bellamy.natives.TensorEngine;
import io.bellamy.numerics.Parallel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ensembles that train side by side: all their parts are shared out among the processors. */
final class EnsembleGroup implements TrialGroup<RunningEnsemble> {

    /** So many steps make a round, unless a trial is looked at before. */
    private static final int ROUND = 25;

    private final NDManager manager = TensorEngine.newManager();
    private final List<RunningEnsemble> slots;
    private final EnsembleOptions options;
    private final int stride;
    private final List<EnsembleTraining> trainings = new ArrayList<>();
    private final int[] steps;

    /**
     * Lets trials go on.
     *
     * @param runs what all of them learn from
     * @param options what a trial uses that it does not choose for itself
     * @param stride the number of steps after which a trial is looked at
     */
    EnsembleGroup(List<RunningEnsemble> slots, FoldedRuns runs, EnsembleOptions options, int stride) {
        this.slots = List.copyOf(slots);
        this.options = options;
        this.stride = stride;
        this.steps = slots.stream().mapToInt(RunningEnsemble::steps).toArray();
        Hyperparameters usual = new Hyperparameters(0, options.learningRate(), options.weightDecay());
        for (RunningEnsemble slot : slots) {
            EnsembleOptions own = options.with(usual.with(slot.trial().parameters()));
            EnsembleTraining training = new EnsembleTraining(manager, runs, own, slot.seed());
            if (slot.steps() > 0) {
                training.restore(slot.steps(), slot.state().duplicate());
            }
            trainings.add(training);
        }
    }

    @Override
    public List<Optional<EpochReport>> round() {
        int[] more = new int[steps.length];
        for (int k = 0; k < more.length; k++) {
            int look = Math.min(options.steps(), (steps[k] / stride + 1) * stride);
            more[k] = Math.min(ROUND, look - steps[k]);
        }
        int parts = trainings.get(0).parts();
        Parallel.run(trainings.size() * parts, i -> trainings.get(i / parts).run(i % parts, more[i / parts]));
        for (int k = 0; k < more.length; k++) {
            steps[k] += more[k];
        }
        return Parallel.map(
                steps.length,
                k -> steps[k] % stride == 0 || steps[k] == options.steps()
                        ? Optional.of(new EpochReport(
                                steps[k], trainings.get(k).trained().validation()))
                        : Optional.empty());
    }

    @Override
    public ByteBuffer model(int slot) {
        return trainings.get(slot).weights();
    }

    @Override
    public List<RunningEnsemble> slots() {
        List<RunningEnsemble> now = new ArrayList<>();
        for (int k = 0; k < steps.length; k++) {
            RunningEnsemble slot = slots.get(k);
            now.add(new RunningEnsemble(
                    slot.trial(), slot.seed(), steps[k], trainings.get(k).packed()));
        }
        return now;
    }

    @Override
    public void close() {
        manager.close();
    }
}
