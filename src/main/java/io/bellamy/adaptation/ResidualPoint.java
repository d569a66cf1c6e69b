package io.bellamy.adaptation;

/**
 * How far off a model is at one scale-out of a context.
 *
 * @param scaleOut number of machines
 * @param residual median of ln(measured runtime) minus ln(predicted runtime)
 * @param runs how many runs the median is of, at least 1
 */
public record ResidualPoint(int scaleOut, double residual, int runs) {}
