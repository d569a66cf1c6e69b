package io.bellamy.cli;

import io.bellamy.numerics.Parallel;
import io.bellamy.service.ModelKinds;
import io.bellamy.service.TrainingHere;
import java.util.function.UnaryOperator;

/** Does orders inside another program, each in one thread: from bytes to bytes. Safe for several threads. */
public final class TrainingWorker implements UnaryOperator<byte[]> {

    private final TrainingHere here = new TrainingHere(ModelKinds.ALL);

    public TrainingWorker() {
        Embedding.prepare();
    }

    @Override
    public byte[] apply(byte[] order) {
        return Parallel.alone(() -> here.done(order));
    }
}
