package io.bellamy.training;

import io.bellamy.job.Context;
import io.bellamy.job.Run;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.List;

/**
 * Which network does not see which contexts. The contexts are divided into as many folds as wanted or, where there are
 * fewer contexts, into single ones, and then several times, so that there are always about as many networks. A single
 * context is seen by all.
 */
final class Folds {

    private final List<int[]> foldOf = new ArrayList<>();
    private final int folds;

    Folds(int contexts, int wanted, Seed seed) {
        this.folds = Math.min(contexts, wanted);
        int divisions = (wanted + folds - 1) / folds;
        for (int division = 0; division < divisions; division++) {
            int[] order = new int[contexts];
            for (int context = 0; context < contexts; context++) {
                order[context] = context;
            }
            Shuffling.shuffle(order, seed.stream("division " + division).generator());
            int[] own = new int[contexts];
            for (int place = 0; place < contexts; place++) {
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
        return folds > 1 && foldOf.get(network / folds)[context] == network % folds;
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
