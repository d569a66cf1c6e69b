package io.bellamy.tuning;

/** Whether a trial goes on after a report. */
public enum Decision {
    CONTINUE,
    STOP
}
