package io.bellamy.eventlog;

import java.util.OptionalLong;

/**
 * What all tasks of a run did.
 *
 * @param tasks that ended, failed ones too
 * @param failed those that failed
 * @param starved those that failed for want of memory; empty where nothing says it
 * @param busy for how long at least one task ran, in milliseconds; empty where nothing says it
 * @param work what they read, wrote and spilled
 */
public record TaskTotals(long tasks, long failed, OptionalLong starved, OptionalLong busy, TaskWork work) {}
