package io.bellamy.prediction;

import io.bellamy.data.Dataset;
import io.bellamy.memory.MemoryNeed;
import io.bellamy.memory.MemoryScores;
import java.util.Optional;

/** How much memory a job needs, learned when it is asked for first. Safe for several threads. */
final class LearnedMemory {

    private final Dataset dataset;
    private Optional<Optional<MemoryNeed>> need = Optional.empty();

    LearnedMemory(Dataset dataset) {
        this.dataset = dataset;
    }

    synchronized Optional<MemoryNeed> need() {
        if (need.isEmpty()) {
            need = Optional.of(MemoryNeed.of(dataset.memory(), dataset.definitions()));
        }
        return need.get();
    }

    /** How good that is on runs that had no part in it, as far as there are enough. */
    MemoryScores scores() {
        return MemoryScores.of(dataset.memory(), dataset.definitions());
    }
}
