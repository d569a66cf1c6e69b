package io.bellamy.update;

import io.bellamy.job.Run;
import io.bellamy.natives.Processor;
import io.bellamy.store.ModelCodec;
import io.bellamy.store.PackedModel;
import io.bellamy.training.Checkpoints;
import io.bellamy.training.HeldOutContext;
import io.bellamy.training.Pretraining;
import io.bellamy.training.SearchOptions;
import io.bellamy.training.SearchRecord;
import io.bellamy.training.SearchableTrainer;
import java.util.List;
import java.util.Optional;

/**
 * All that one pretraining needs, as values: it can be done anywhere, and the same task gives the same model. It touches no
 * folder and no lock, and uses threads of its own only.
 *
 * @param runs all runs of the algorithm, at least one
 * @param trainer what is trained, and how
 * @param search how hyperparameters are chosen
 * @param seed where every random number comes from
 */
public record PretrainingTask(List<Run> runs, SearchableTrainer trainer, SearchOptions search, long seed) {

    private static final double NANOS = 1e9;

    /**
     * What comes of it, as values too.
     *
     * @param model the bytes of its files
     * @param search how it was found
     * @param heldOut what it says of runs that it did not learn from
     * @param processor the kind of the one that it was made by
     * @param seconds how long that took
     */
    public record Pretrained(
            PackedModel model, SearchRecord search, List<HeldOutContext> heldOut, String processor, double seconds) {

        public Pretrained {
            heldOut = List.copyOf(heldOut);
        }
    }

    public PretrainingTask {
        runs = List.copyOf(runs);
    }

    /**
     * Does it.
     *
     * @param codecs how models are kept
     * @param progress is told how far it is
     * @param checkpoints where it goes on from, and keeps how far it came
     * @return nothing if no trial ever had a finite value
     */
    public Optional<Pretrained> run(
            List<ModelCodec<?>> codecs, Pretraining.SearchProgress progress, Checkpoints checkpoints) {
        long start = System.nanoTime();
        return trainer.search(
                        runs,
                        search.study(trainer.epochs(runs), seed),
                        search.maxConcurrent(),
                        search.metric(),
                        progress,
                        checkpoints)
                .map(found -> new Pretrained(
                        PackedModel.of(codecs, found.model(), found.pipeline(), found.heldOut()),
                        found.search(),
                        found.heldOut(),
                        Processor.kind(),
                        (System.nanoTime() - start) / NANOS));
    }
}
