package io.bellamy.job;

import java.time.LocalDate;

/**
 * What machines cost that the provider may take back at any time.
 *
 * @param date of which they are: they change from day to day
 * @param prices by machine type
 */
public record SpotPrices(LocalDate date, Prices prices) {}
