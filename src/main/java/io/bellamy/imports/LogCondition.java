package io.bellamy.imports;

import io.bellamy.logfiles.LogSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much of what a run did can be known by what there is of it.
 *
 * @param remarks what should be known
 * @param defect why nothing can be learned from it, where that is so
 */
record LogCondition(List<String> remarks, Optional<String> defect) {

    LogCondition {
        remarks = List.copyOf(remarks);
    }

    static LogCondition of(LogSource source) {
        List<String> defects = new ArrayList<>();
        if (!source.whole()) {
            defects.add("parts of its log are missing");
        }
        if (source.compacted()) {
            defects.add("its log is compacted: what its executors and ended jobs did is lost");
        }
        return new LogCondition(source.remarks(), defects.stream().findFirst());
    }
}
