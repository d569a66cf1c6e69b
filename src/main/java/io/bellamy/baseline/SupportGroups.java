package io.bellamy.baseline;

import io.bellamy.job.Run;
import io.bellamy.tuning.Seed;
import java.util.List;

/**
 * The support of a task as numbers, worked out once for all its questions.
 *
 * @param fitted the features that were fitted to the support
 * @param cells the support's runs, bounded in number
 */
record SupportGroups(Features fitted, RunGroups cells) {

    /** More cells than this are sampled, so that a large data set does not take hours. */
    private static final int MOST_CELLS = 1000;

    static SupportGroups of(List<Run> support, Seed seed) {
        Features features = Features.fit(support);
        return new SupportGroups(features, RunGroups.of(support, features).sample(MOST_CELLS, seed));
    }

    /** The features of the support or, where there is none, those of a question's points. */
    Features features(List<Run> points) {
        return cells.size() == 0 ? Features.fit(points) : fitted;
    }
}
