package io.bellamy.training;

import io.bellamy.autoencoder.InputTable;
import io.bellamy.features.EncodedRuns;
import io.bellamy.numerics.Parallel;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Trials in the kernel: each on its own, on whichever processor is free. */
final class NetworkGroup implements TrialGroup<RunningNetwork> {

    private final List<NetworkPretraining> learners;

    NetworkGroup(List<RunningNetwork> slots, EncodedRuns runs, ValidationSplit.Rows rows, PretrainingOptions options) {
        InputTable table = new InputTable(runs.inputs());
        this.learners = slots.stream()
                .map(slot -> new NetworkPretraining(slot, runs, table, rows, options))
                .toList();
    }

    @Override
    public List<Optional<EpochReport>> round() {
        return Parallel.map(learners.size(), k -> {
            Validation validation = learners.get(k).epoch();
            return Optional.of(new EpochReport(learners.get(k).epochs(), validation));
        });
    }

    @Override
    public ByteBuffer model(int slot) {
        return PackedWeights.of(learners.get(slot).network().weights());
    }

    @Override
    public List<RunningNetwork> slots() {
        return learners.stream().map(NetworkPretraining::slot).toList();
    }

    @Override
    public void close() {
        // nothing outside of Java's own memory
    }
}
