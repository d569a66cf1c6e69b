package io.bellamy.service;

import io.bellamy.config.Configuration;
import io.bellamy.exchange.PretrainingOrder;
import io.bellamy.exchange.PretrainingReply;
import io.bellamy.job.JoinedRuns;
import io.bellamy.numerics.Interruption;
import io.bellamy.problem.MachineException;
import io.bellamy.training.Checkpoints;
import io.bellamy.training.Pretraining.SearchProgress;
import io.bellamy.training.PretrainingOptions;
import io.bellamy.training.SearchOptions;
import io.bellamy.training.SearchableTrainer;
import io.bellamy.update.PretrainingTask;
import io.bellamy.update.PretrainingTask.Pretrained;
import java.util.Optional;

/**
 * Models are trained by this process.
 *
 * @param kinds of models that there are
 */
public record TrainingHere(ModelKinds kinds) implements TrainingPlace {

    /** So many jobs a processor are few. */
    private static final int FEW = 4;

    /** Where there are few, it is rather the pieces of each that are done side by side. */
    @Override
    public int sideBySide(int jobs) {
        int processors = Runtime.getRuntime().availableProcessors();
        return jobs > FEW * processors ? processors : 1;
    }

    @Override
    public boolean largestFirst() {
        return false;
    }

    @Override
    public Optional<Pretrained> done(PretrainingOrder order, SearchProgress progress, Checkpoints checkpoints) {
        return task(order).run(kinds.codecs(order.configuration()), progress, checkpoints);
    }

    /**
     * Does an order that came as bytes from elsewhere.
     *
     * @return the reply; it tells what would fail wherever it was done
     * @throws MachineException if this machine can't do it
     * @throws IllegalStateException if the thread was interrupted
     */
    public byte[] done(byte[] order) {
        try {
            return PretrainingReply.packed(done(
                    PretrainingOrder.unpacked(order, kinds.names()),
                    (finished, running, epochs, spared) -> {},
                    Checkpoints.NONE));
        } catch (MachineException notHere) {
            throw notHere;
        } catch (RuntimeException failure) {
            Interruption.check();
            return PretrainingReply.packed(failure);
        }
    }

    /** What an order comes down to. */
    PretrainingTask task(PretrainingOrder order) {
        Configuration configuration = order.configuration();
        PretrainingOptions usual = configuration.pretraining();
        PretrainingOptions options = order.epochs().map(usual::withEpochs).orElse(usual);
        SearchableTrainer alone = kinds.of(configuration.model()).trainer(configuration, options);
        SearchableTrainer beside = alone.beside(order.companions());
        SearchableTrainer trainer =
                order.joint() ? beside.together(JoinedRuns.ALGORITHM).orElseThrow() : beside;
        SearchOptions search =
                order.trials().map(configuration.search()::withTrials).orElse(configuration.search());
        return new PretrainingTask(order.runs(), trainer, search.suiting(trainer, order.runs()), order.seed());
    }
}
