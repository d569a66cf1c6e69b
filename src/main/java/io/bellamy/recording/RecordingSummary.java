package io.bellamy.recording;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of runs that were told of.
 *
 * @param file that they are kept in
 * @param runs in their order, but for those that were refused
 * @param refused what is wrong with the others
 */
public record RecordingSummary(Path file, List<ToldEntry> runs, List<String> refused) {

    /** What became of a run. */
    public enum RecordingOutcome {
        /** It was not there. */
        RECORDED,
        /** It was there with other values. */
        REPLACED,
        /** It was there already. */
        UNCHANGED
    }

    /** A run with what became of it. */
    public record ToldEntry(RecordedRun run, RecordingOutcome outcome) {}

    public RecordingSummary {
        runs = List.copyOf(runs);
        refused = List.copyOf(refused);
    }

    /** How many runs had an outcome. */
    public long count(RecordingOutcome outcome) {
        return runs.stream().filter(entry -> entry.outcome() == outcome).count();
    }
}
