package io.bellamy.historyserver;

import io.bellamy.eventlog.SparkRun;
import java.util.List;
import java.util.Optional;

/**
 * What a server says of a run whose log it does not give.
 *
 * @param run as far as it is told; what is not is absent
 * @param missing what is not told, for people
 * @param defect why nothing can be learned from it, where that is so
 */
public record ServedFacts(SparkRun run, List<String> missing, Optional<String> defect) {

    public ServedFacts {
        missing = List.copyOf(missing);
    }
}
