package io.bellamy.eventlog;

import java.util.OptionalLong;

/**
 * What all tasks of a run did.
 *
 * @param tasks that ended, failed ones too
 * @param failed those that failed
 * @param busy for how long at least one task ran, in milliseconds; empty where nothing says it
 * @param work what they read, wrote and spilled
 */
public record TaskTotals(long tasks, long failed, OptionalLong busy, TaskWork work) {}
