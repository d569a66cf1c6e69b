package io.bellamy.imports;

import io.bellamy.numerics.DecimalText;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a row tells of memory: of which algorithm, and what came of it. Of runs that failed only those tell that failed for want of
 * memory: others may have had plenty, or have ended before they needed it.
 */
final class MemoryCells {

    /** What runs that failed have in common, however that is told. */
    private static final String FAILED = "it failed: ";

    private MemoryCells() {}

    static Map<RunColumn, String> of(RunRow row, String leftOut, Optional<String> algorithm) {
        boolean starved = isAboveNothing(row, RunColumn.MEMORY_FAILURES);
        boolean died = starved
                && leftOut.startsWith(FAILED)
                && row.known(RunColumn.SCALE_OUT).isPresent();
        String was;
        if (died) {
            was = "died";
        } else if (starved) {
            was = "short";
        } else if (row.known(RunColumn.SPILLED_BYTES).isPresent()) {
            was = isAboveNothing(row, RunColumn.SPILLED_BYTES) ? "spilled" : "enough";
        } else {
            was = "";
        }
        boolean tells = died || leftOut.isEmpty();
        Map<RunColumn, String> cells = new EnumMap<>(RunColumn.class);
        cells.put(RunColumn.MEMORY_OF, tells ? algorithm.orElse("") : "");
        cells.put(RunColumn.MEMORY_WAS, tells ? was : "");
        return cells;
    }

    private static boolean isAboveNothing(RunRow row, RunColumn column) {
        return DecimalText.number(row.text(column)).orElse(0) > 0;
    }
}
