package io.bellamy.service;

import io.bellamy.exchange.PretrainingOrder;
import io.bellamy.exchange.PretrainingReply;
import io.bellamy.numerics.Interruption;
import io.bellamy.problem.MachineException;
import io.bellamy.training.Checkpoints;
import io.bellamy.training.Pretraining.SearchProgress;
import io.bellamy.update.PretrainingTask.Pretrained;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;

/**
 * Models are trained by others, who are sent orders and send replies. What is begun there begins anew each time, and how far it is
 * nobody knows here.
 *
 * @param kinds of models that there are
 * @param workers does an order, however often it has to be begun
 * @param processors how many work on orders, at present
 */
public record TrainingElsewhere(ModelKinds kinds, UnaryOperator<byte[]> workers, IntSupplier processors)
        implements TrainingPlace {

    /** So many orders a processor, so that there is always another one. */
    private static final int WAITING = 2;

    @Override
    public int sideBySide(int jobs) {
        return Math.min(jobs, WAITING * (processors.getAsInt() + 1));
    }

    @Override
    public boolean largestFirst() {
        return true;
    }

    @Override
    public Optional<Pretrained> done(PretrainingOrder order, SearchProgress progress, Checkpoints checkpoints) {
        byte[] bytes = order.packed();
        byte[] reply;
        try {
            reply = workers.apply(bytes);
        } catch (RuntimeException failure) {
            Interruption.check();
            throw new MachineException("no worker could do it: " + failure.getMessage(), failure);
        }
        try {
            return PretrainingReply.unpacked(reply, kinds.files(order.configuration()));
        } catch (IllegalArgumentException foreign) {
            throw new MachineException("what a worker sent is no reply: " + foreign.getMessage(), foreign);
        }
    }
}
