package io.bellamy.data;

import io.bellamy.job.MemoryUse;
import io.bellamy.job.Run;
import java.util.List;

/**
 * The runs of an algorithm in a file.
 *
 * @param runs in order, at least one
 * @param stopped runs of which it is known only that they took longer
 * @param memory what they and others tell of the memory that the job needs
 * @param warnings about what may not be meant as it stands there
 */
record TableRuns(List<Run> runs, List<Run> stopped, List<MemoryUse> memory, List<String> warnings) {

    TableRuns {
        runs = List.copyOf(runs);
        stopped = List.copyOf(stopped);
        memory = List.copyOf(memory);
        warnings = List.copyOf(warnings);
    }
}
