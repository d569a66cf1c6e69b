package io.bellamy.imports;

/**
 * What came of runs.
 *
 * @param added that were not there before
 * @param replaced whose logs said something else than before
 * @param unchanged that stay as they were
 * @param duplicates logs of runs that another log says more of
 */
public record RunCounts(long added, long replaced, long unchanged, long duplicates) {

    /** Together with those of the logs that were read next; what was added before is there unchanged then. */
    RunCounts then(RunCounts next) {
        return new RunCounts(
                added + next.added,
                replaced + next.replaced,
                Math.max(0, next.unchanged - added),
                duplicates + next.duplicates);
    }
}
