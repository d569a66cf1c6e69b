package io.bellamy.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * How a result was made.
 *
 * @param command what printed it
 * @param program the version and revision of the program
 * @param date the day, as in 2026-01-31
 * @param machine what it ran on
 * @param seconds how long it took, where that is known
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Measured(String command, String program, String date, String machine, Optional<Double> seconds) {

    /** For below a table. */
    String caption() {
        return "*Measured on " + date + " with Bellamy " + program + ".*\n";
    }
}
