package io.bellamy.data;

import io.bellamy.data.MemorySource.PeakColumn;
import io.bellamy.job.MemoryUse;
import io.bellamy.job.MemoryUse.Ending;
import io.bellamy.job.MemoryUse.Peak;
import io.bellamy.job.Run;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what rows tell of the memory that a job needs.
 *
 * @param source where it stands
 * @param rows which rows are of the algorithm
 * @param reader of everything else in a row
 */
record MemoryReader(MemorySource source, List<Condition> rows, RowReader reader) {

    /** Did the run of a row die or fail? Then it tells of memory alone. */
    boolean isLost(SourceRow row) throws BadValue {
        return Condition.all(source.rows().orElse(rows), row) && (is(source.died(), row) || is(source.failed(), row));
    }

    /**
     * What a run tells that died or failed.
     *
     * @param bad is told of every bad cell
     */
    Optional<MemoryUse> lost(SourceRow row, Set<String> bad) throws BadValue {
        Ending ending = is(source.died(), row) ? Ending.DIED : Ending.FAILED;
        return reader.setting(row, bad)
                .map(setting -> new MemoryUse(setting.scaleOut(), setting.properties(), ending, Optional.empty()));
    }

    /**
     * What a run tells besides, if it does. That one was stopped without having spilled says nothing: it might have later.
     *
     * @param bad is told of every bad cell
     */
    Optional<MemoryUse> beside(SourceRow row, Run run, Set<String> bad) {
        try {
            if (!Condition.all(source.rows().orElse(rows), row)) {
                return Optional.empty();
            }
            Ending ending = ending(row);
            Optional<Peak> peak = source.peak().isPresent() ? peak(source.peak().get(), row) : Optional.empty();
            return run.finished() || ending == Ending.SPILLED
                    ? Optional.of(new MemoryUse(run.scaleOut(), run.properties(), ending, peak))
                    : Optional.empty();
        } catch (BadValue cell) {
            bad.add(cell.getMessage());
            return Optional.empty();
        }
    }

    private Ending ending(SourceRow row) throws BadValue {
        if (source.spilled().isEmpty()
                || row.get(source.spilled().get().column()).isEmpty()) {
            return Ending.SURVIVED;
        }
        return source.spilled().get().holds(row) ? Ending.SPILLED : Ending.FITS;
    }

    private static Optional<Peak> peak(PeakColumn column, SourceRow row) throws BadValue {
        String text = row.get(column.column());
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> megabytes = column.unit().megabytes(text);
        if (megabytes.isEmpty() || megabytes.get().signum() < 0) {
            throw new BadValue(column.column(), text, column.unit().rule(text));
        }
        // a peak of nothing was not measured
        return megabytes
                .filter(amount -> amount.signum() > 0)
                .map(amount -> new Peak(amount.doubleValue(), column.of()));
    }

    private static boolean is(List<Condition> conditions, SourceRow row) throws BadValue {
        return !conditions.isEmpty() && Condition.all(conditions, row);
    }
}
