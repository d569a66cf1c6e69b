package io.bellamy.process;

/** A normal distribution of the median of a configuration's runs, in ln seconds. */
record MedianBelief(double mean, double variance) {}
