package io.bellamy.training;

import io.bellamy.job.Context;
import io.bellamy.job.Run;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which network does not see which contexts. The jobs are divided into as many folds as wanted or, where there are fewer
 * jobs, into single ones, and then several times, so that there are always about as many networks. All contexts of a job
 * are in one fold: what differs in its size alone tells too much. Where there is a single job, its contexts are divided as if
 * each were one, and a single context is seen by all.
 */
final class Folds {

    private final int[] jobOf;
    private final List<int[]> foldOf = new ArrayList<>();
    private final int folds;

    /**
     * Divides contexts.
     *
     * @param jobOf the number of the job of each, from 0 on
     */
    Folds(int[] jobOf, int wanted, Seed seed) {
        this.jobOf = jobOf.clone();
        int jobs = Arrays.stream(jobOf).max().orElse(-1) + 1;
        this.folds = Math.min(jobs, wanted);
        int divisions = (wanted + folds - 1) / folds;
        for (int division = 0; division < divisions; division++) {
            int[] order = IntStream.range(0, jobs).toArray();
            Shuffling.shuffle(order, seed.stream("division " + division).generator());
            int[] own = new int[jobs];
            for (int place = 0; place < jobs; place++) {
                own[order[place]] = place % folds;
            }
            foldOf.add(own);
        }
    }

    /** How many networks there are. */
    int networks() {
        return folds * foldOf.size();
    }

    boolean leavesOut(int network, int context) {
        return folds > 1 && foldOf.get(network / folds)[jobOf[context]] == network % folds;
    }

    /** The runs that a network sees. */
    List<Run> seen(int network, List<Context> contexts) {
        List<Run> runs = new ArrayList<>();
        for (int context = 0; context < contexts.size(); context++) {
            if (!leavesOut(network, context)) {
                runs.addAll(contexts.get(context).runs());
            }
        }
        return runs;
    }
}
