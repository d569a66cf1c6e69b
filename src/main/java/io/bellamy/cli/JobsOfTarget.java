package io.bellamy.cli;

import io.bellamy.data.DatasetCatalog;
import java.util.Optional;
import java.util.Set;

/**
 * Which algorithms of a data set a command is about.
 *
 * @param all of the data set
 * @param chosen all of them, or the only one that is wanted
 */
record JobsOfTarget(Set<String> all, Set<String> chosen) {

    /**
     * Looks at a data set.
     *
     * @param algorithm the only one; all where none is named, or {@code all} itself
     */
    static JobsOfTarget of(DatasetCatalog datasets, String target, Optional<String> algorithm) {
        Set<String> all = datasets.algorithms(target);
        return new JobsOfTarget(
                all,
                algorithm
                        .filter(name -> !datasets.isJoint(target, name))
                        .map(Set::of)
                        .orElse(all));
    }
}
