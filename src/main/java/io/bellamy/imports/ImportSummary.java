package io.bellamy.imports;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an import did, or would do.
 *
 * @param folder of the data set
 * @param dryRun whether nothing was written
 * @param scaleOut what the scale-out is: executors, hosts or cores
 * @param logs how many there are
 * @param unchangedLogs how many of them were not read again
 * @param runs what came of their runs
 * @param algorithms of the data set, by name
 * @param leftOut how many runs of the data set nothing can be learned from, by the reason
 * @param examples of these runs, by the reason
 * @param unread files that are no logs or could not be read, each with its reason
 * @param withoutLog runs that are not by their logs, each with the place of the log, the reason, and what is unknown
 * @param advice what the user must do
 */
public record ImportSummary(
        Path folder,
        boolean dryRun,
        String scaleOut,
        int logs,
        int unchangedLogs,
        RunCounts runs,
        List<JobSummary> algorithms,
        Map<String, Long> leftOut,
        Map<String, String> examples,
        List<UnreadFile> unread,
        List<UnreadFile> withoutLog,
        List<String> advice) {

    /** A file that gives no run, and why. */
    public record UnreadFile(String place, String reason) {}

    public ImportSummary {
        algorithms = List.copyOf(algorithms);
        leftOut = Collections.unmodifiableMap(new TreeMap<>(leftOut));
        examples = Collections.unmodifiableMap(new TreeMap<>(examples));
        unread = List.copyOf(unread);
        withoutLog = List.copyOf(withoutLog);
        advice = List.copyOf(advice);
    }

    /** Is there nothing, neither now nor from before? */
    public boolean isEmpty() {
        return algorithms.isEmpty() && leftOut.isEmpty();
    }
}
