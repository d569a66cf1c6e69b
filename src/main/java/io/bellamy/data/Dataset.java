package io.bellamy.data;

import io.bellamy.job.MemoryUse;
import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.Run;
import io.bellamy.job.ScaleOutUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * The runs of one algorithm.
 *
 * @param target the name of the data set
 * @param algorithm the name of the algorithm
 * @param runs those that came to their end, in order, at least one
 * @param stopped those of which it is known only that they took longer
 * @param memory what they and runs that failed tell of the memory that the job needs
 * @param files the files that they were read from
 * @param digest SHA-256, in hexadecimal, of these files and of the descriptions that say how they are read
 * @param definitions what the properties are
 * @param counts what scale-outs are numbers of
 * @param warnings about what may not be meant as it stands in the files
 */
public record Dataset(
        String target,
        String algorithm,
        List<Run> runs,
        List<Run> stopped,
        List<MemoryUse> memory,
        List<DataFile> files,
        String digest,
        PropertyDefinitions definitions,
        ScaleOutUnit counts,
        List<String> warnings) {

    /**
     * A file with runs, as it was when it was read.
     *
     * @param name its place below the data folder
     * @param sha256 its digest in hexadecimal
     * @param runs how many runs it gave
     */
    public record DataFile(String name, String sha256, int runs) {}

    public Dataset {
        runs = List.copyOf(runs);
        stopped = List.copyOf(stopped);
        memory = List.copyOf(memory);
        files = List.copyOf(files);
        warnings = List.copyOf(warnings);
    }

    /** All that is known: the runs, then those that were stopped. */
    public List<Run> known() {
        return stopped.isEmpty()
                ? runs
                : Stream.concat(runs.stream(), stopped.stream()).toList();
    }
}
