package io.bellamy.training;

import io.bellamy.tuning.Study;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * Where a search is: all that can't be made again from its data, configuration and seed.
 *
 * @param study what came of the trials so far
 * @param validations the figures of each trial's best epoch, by trial number
 * @param running the trials under way by number, packed, in the order of their slots
 * @param best the best model so far, packed; none while no trial had a finite value
 */
public record SearchState(
        Study.StudyState study,
        Map<Integer, Validation> validations,
        Map<Integer, ByteBuffer> running,
        List<ByteBuffer> best) {

    /** Before the first trial. */
    public static final SearchState START =
            new SearchState(new Study.StudyState(List.of(), List.of()), Map.of(), Map.of(), List.of());
}
