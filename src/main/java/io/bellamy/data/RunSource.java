package io.bellamy.data;

import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.Run;
import java.util.List;

/** Where runs of an algorithm come from. */
public interface RunSource {

    /**
     * Reads all runs.
     *
     * @param definitions what their properties are
     * @throws io.bellamy.problem.NothingToWorkWithException if there is none
     * @throws io.bellamy.problem.InvalidInputException with all that is wrong with them
     */
    Table read(PropertyDefinitions definitions);

    /** Tells whether what the runs are read from has changed: SHA-256 in hexadecimal. */
    String digest();

    /**
     * What was read.
     *
     * @param runs in order, at least one
     * @param stopped runs of which it is known only that they took longer
     * @param warnings about what may not be meant as it stands there
     */
    record Table(List<Run> runs, List<Run> stopped, List<String> warnings) {

        public Table {
            runs = List.copyOf(runs);
            stopped = List.copyOf(stopped);
            warnings = List.copyOf(warnings);
        }
    }
}
