package io.bellamy.training;

import io.bellamy.model.Weights;
import java.util.List;

/** Trials that train side by side, epoch by epoch; their numbers do not depend on their neighbours. */
interface Stack extends AutoCloseable {

    /** Trains every trial for one epoch and gives its validation, in the order of the slots. */
    List<Validation> epoch();

    /** The weights of every trial now, in the order of the slots. */
    List<Weights> weights();

    /** The trials as they are now, to go on in another stack. */
    List<Slot> slots();

    @Override
    void close();
}
