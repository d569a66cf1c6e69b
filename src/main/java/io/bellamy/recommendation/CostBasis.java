package io.bellamy.recommendation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What costs are made of.
 *
 * @param currency what they are counted in, where there are any
 * @param startup for how many seconds machines are billed before a run begins
 * @param driver the machine type of the driver, where one is billed beside the machines of the scale-out
 * @param spot the day of the spot prices, where machines are had at these
 * @param driverAtSpot whether the driver is had at them too
 */
public record CostBasis(
        Optional<String> currency,
        double startup,
        Optional<String> driver,
        Optional<LocalDate> spot,
        boolean driverAtSpot) {

    /** Nothing costs anything that is known. */
    static final CostBasis NONE = new CostBasis(Optional.empty(), 0, Optional.empty(), Optional.empty(), false);
}
