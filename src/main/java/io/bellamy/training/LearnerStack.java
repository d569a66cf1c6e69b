package io.bellamy.training;

import io.bellamy.features.EncodedRuns;
import io.bellamy.kernel.Table;
import io.bellamy.model.Weights;
import java.util.List;

/** Trials in the kernel: each on its own, on whichever processor is free. */
final class LearnerStack implements Stack {

    private final List<Learner> learners;

    LearnerStack(List<Slot> slots, EncodedRuns runs, ValidationSplit.Rows rows, PretrainingOptions options) {
        Table table = new Table(runs.inputs());
        this.learners = slots.stream()
                .map(slot -> new Learner(slot, runs, table, rows, options))
                .toList();
    }

    @Override
    public List<Validation> epoch() {
        return Parallel.map(learners.size(), k -> learners.get(k).epoch());
    }

    @Override
    public List<Weights> weights() {
        return learners.stream().map(learner -> learner.network().weights()).toList();
    }

    @Override
    public List<Slot> slots() {
        return learners.stream().map(Learner::slot).toList();
    }

    @Override
    public void close() {
        // nothing outside of Java's own memory
    }
}
