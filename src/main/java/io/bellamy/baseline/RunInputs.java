package io.bellamy.baseline;

import io.bellamy.job.PlannedRun;
import io.bellamy.job.Run;
import java.time.LocalDate;
import java.util.Optional;

/** What a run looks like in numbers, before it is run. */
@FunctionalInterface
interface RunInputs {

    /**
     * The numbers of a run.
     *
     * @param day of the run; empty where nobody knows, or it is still to come
     */
    double[] of(PlannedRun run, Optional<LocalDate> day);

    /** The numbers of a measured run. */
    default double[] of(Run run) {
        return of(Features.planned(run), run.measured());
    }
}
