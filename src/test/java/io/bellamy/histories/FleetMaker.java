package io.bellamy.histories;

import static io.bellamy.histories.Machine.STANDARD;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Makes a fleet: many jobs, each an algorithm of its own, that run every night. Not thread-safe. */
final class FleetMaker {

    private final int jobs;
    private final int runs;
    private final long seed;

    /**
     * Prepares it.
     *
     * @param jobs how many
     * @param runs how many each has
     * @param seed of all that is random
     */
    FleetMaker(int jobs, int runs, long seed) {
        this.jobs = jobs;
        this.runs = runs;
        this.seed = seed;
    }

    /** Jobs of all laws in turn, which are asked about the data of the night after the last. */
    History fleet() {
        return fleet(0);
    }

    /**
     * The same fleet the night after.
     *
     * @param changed so many of the jobs, evenly among all, ran once more
     */
    History fleet(int changed) {
        Law[] laws = Law.values();
        Noise noise = laws[0].noise().withoutStragglers();
        List<History> all = new ArrayList<>();
        for (int i = 0; i < jobs; i++) {
            Law law = laws[i % laws.length];
            // what a job does depends on no other one
            SplittableRandom own = new SplittableRandom(31 * seed + i);
            HistoryMaker maker = new HistoryMaker(law, noise, own);
            Job job = maker.job(String.format(Locale.ROOT, "job-%04d", i), "nightly");
            List<Integer> sizes = job.sizes(runs + 2, own);
            boolean more = changed > 0 && i % (jobs / changed) == 0;
            for (int day = 0; day < (more ? runs + 1 : runs); day++) {
                maker.ran(day, job, STANDARD, job.machines(own), sizes.get(day), 1);
            }
            maker.ask("fleet", job, STANDARD, sizes.get(runs + 1), 1, HistoryMaker.SCALE_OUTS);
            all.add(maker.made("fleet"));
        }
        return new History(
                "fleet",
                all.stream().flatMap(one -> one.before().stream()).toList(),
                List.of(),
                all.stream().flatMap(one -> one.questions().stream()).toList(),
                noise);
    }
}
