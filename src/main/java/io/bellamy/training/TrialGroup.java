package io.bellamy.training;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Trials that train side by side, round by round; their numbers do not depend on their neighbours.
 *
 * @param <S> a trial under way
 */
interface TrialGroup<S extends RunningTrial> extends AutoCloseable {

    /**
     * What there is to tell of a trial.
     *
     * @param epoch how many epochs it has run
     * @param validation how good it is now
     */
    record EpochReport(int epoch, Validation validation) {}

    /** Trains every trial for one round; in the order of the slots what there is to tell after it. */
    List<Optional<EpochReport>> round();

    /** The model of a trial now, as the trials' kind packs it. */
    ByteBuffer model(int slot);

    /** The trials as they are now, to go on in another stack. */
    List<S> slots();

    @Override
    void close();
}
