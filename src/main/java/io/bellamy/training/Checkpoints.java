package io.bellamy.training;

import java.util.Optional;
import java.util.function.Supplier;

/** Where a search finds the state of one that was interrupted, and leaves its own now and then. */
public interface Checkpoints {

    /** Keeps nothing. */
    Checkpoints NONE = new Checkpoints() {
        @Override
        public Optional<SearchState> found() {
            return Optional.empty();
        }

        @Override
        public void offer(Supplier<SearchState> state) {
            // what is not kept need not be made
        }
    };

    /** What to go on from. */
    Optional<SearchState> found();

    /** A moment at which the search could go on from its state; whether it is kept does not change the search. */
    void offer(Supplier<SearchState> state);
}
