package io.bellamy.logfiles;

import java.util.List;

/**
 * The log of one run.
 *
 * @param place where it is, for people and to know it again
 * @param parts in their order, at least one
 * @param remarks what is not as it should be, such as parts that are missing
 * @param compacted whether the events of jobs that had ended were removed from it
 * @param whole whether all parts are there
 */
public record LogSource(String place, List<LogPart> parts, List<String> remarks, boolean compacted, boolean whole) {

    public LogSource {
        parts = List.copyOf(parts);
        remarks = List.copyOf(remarks);
    }

    static LogSource single(LogPart part) {
        return new LogSource(part.place(), List.of(part), List.of(), false, true);
    }

    /** How much lies there, packed or not. */
    public long bytes() {
        return parts.stream().mapToLong(LogPart::bytes).sum();
    }

    /** When the last part was written to, in milliseconds since 1970. */
    public long modified() {
        return parts.stream().mapToLong(LogPart::modified).max().orElse(0);
    }
}
