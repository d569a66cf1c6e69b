package io.bellamy.eventlog;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How many executors a run had.
 *
 * @param most at a time; 0 where there were none but the driver
 * @param mean over the time from start to end, where both are known
 * @param hosts with an executor, at most at a time
 * @param cores of all executors, at most at a time
 * @param coresEach that most executors had
 * @param first when the first one came, in milliseconds since 1970
 */
public record ExecutorUse(int most, OptionalDouble mean, int hosts, int cores, int coresEach, OptionalLong first) {}
