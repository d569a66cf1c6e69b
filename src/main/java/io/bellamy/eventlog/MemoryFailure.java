package io.bellamy.eventlog;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells by what Spark and cluster managers write of a failure whether it was for want of memory. */
final class MemoryFailure {

    /** What Java and Spark throw. */
    private static final Pattern THROWN = Pattern.compile(".*\\.(?:OutOfMemoryError|SparkOutOfMemoryError)");

    /**
     * What is said of executors that went: by Spark's own handler of OutOfMemoryError (52), the kernel, by Kubernetes too (137), and
     * YARN. What is said of "containers exceeding thresholds, or network issues" may be either, and is none.
     */
    private static final List<Pattern> SAID = List.of(
            Pattern.compile("outofmemory|oom_?killed|java heap space"),
            Pattern.compile("\\bexit(?:ed)?(?: caused .{0,80})?(?: with)?(?: exit)? ?(?:code|status):? ?(?:52|137)\\b"),
            Pattern.compile("(?:killed|running) .{0,80}(?:exceed|beyond).{0,40}memory limit"));

    private static final int LONGEST = 10_000;

    private MemoryFailure() {}

    /** Is it one, by the class of what a task threw? */
    static boolean isThrown(String className) {
        return THROWN.matcher(className).matches();
    }

    /** Is it one, by why an executor was lost? */
    static boolean isSaid(String reason) {
        String text = reason.substring(0, Math.min(reason.length(), LONGEST)).toLowerCase(Locale.ROOT);
        return SAID.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }
}
