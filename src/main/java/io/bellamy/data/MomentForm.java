package io.bellamy.data;

import io.bellamy.data.RunTime.Moment;
import java.time.LocalDate;
import java.util.Optional;

/** How dates and times are written. */
sealed interface MomentForm permits IsoMoments, EpochUnit, PatternMoments {

    /** The day; empty where the text is not of this form. */
    Optional<LocalDate> day(String text);

    /** The time; empty where the text is not of this form, or tells no time of day. */
    Optional<Moment> moment(String text);

    /** What a text must be that tells a day, with what is likely wrong with this one. */
    String dayRule(String text);

    /** The same of one that tells the time of day too. */
    String momentRule(String text);

    /** Are they numbers? */
    default boolean isNumeric() {
        return false;
    }
}
