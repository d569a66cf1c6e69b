package io.bellamy.eventlog;

import java.util.OptionalLong;

/**
 * What a stage did. Times are in milliseconds, amounts in bytes.
 *
 * @param id its number
 * @param attempt from 0
 * @param name as Spark has it: what was called, and where
 * @param submitted when, since 1970
 * @param duration from its submission to its end
 * @param tasks that ended, failed ones too
 * @param failedTasks those that failed
 * @param longestTask how long it took, where that is told
 * @param medianTask how long it took, where that is told
 * @param work what its tasks read, wrote and spilled
 */
public record StageFacts(
        long id,
        long attempt,
        String name,
        OptionalLong submitted,
        OptionalLong duration,
        long tasks,
        long failedTasks,
        OptionalLong longestTask,
        OptionalLong medianTask,
        TaskWork work) {}
