package io.bellamy.imports;

import java.util.List;
import java.util.Locale;

/** The columns of runs.csv, in their order; docs/IMPORT.md says what each is. */
enum RunColumn {
    ALGORITHM,
    SCALE_OUT,
    RUNTIME_S,
    STARTED,
    MACHINE_TYPE,
    ENVIRONMENT,
    JOB_ARGS,
    DATA_SIZE_MB,
    MEMORY_MB,
    SLOTS,
    LEFT_OUT,
    JOB,
    NAME,
    APPLICATION,
    ATTEMPT,
    RUNTIME_IS,
    END_TO_END_S,
    JOB_TIME_S,
    FIRST_EXECUTOR_S,
    WITHOUT_TASKS_S,
    EXECUTORS,
    EXECUTORS_MEAN,
    HOSTS,
    CORES,
    DYNAMIC,
    INPUT_BYTES,
    INPUT_FROM,
    READ_BYTES,
    READ_RECORDS,
    WRITTEN_BYTES,
    SHUFFLE_READ_BYTES,
    SHUFFLE_WRITTEN_BYTES,
    SPILLED_BYTES,
    PEAK_MEMORY_BYTES,
    TASKS,
    FAILED_TASKS,
    JOBS,
    FAILED_JOBS,
    MEMORY_FAILURES,
    MEMORY_OF,
    MEMORY_WAS,
    SPARK,
    ARGUMENTS,
    REMARKS,
    FAULT,
    JOB_KEY,
    EVENTS,
    LOG,
    LOG_BYTES,
    LOG_MODIFIED,
    RULES;

    /** Those that depend on other runs, or on other columns alone. */
    static final List<RunColumn> DEPENDENT = List.of(ALGORITHM, LEFT_OUT, JOB_ARGS, MEMORY_OF, MEMORY_WAS);

    /** Those that tables of before did not have. */
    static final List<RunColumn> NEW = List.of(MEMORY_FAILURES, MEMORY_OF, MEMORY_WAS);

    /** As the header has it. */
    String title() {
        String lower = name().toLowerCase(Locale.ROOT);
        return lower.endsWith("_mb") ? lower.substring(0, lower.length() - 2) + "MB" : lower;
    }
}
