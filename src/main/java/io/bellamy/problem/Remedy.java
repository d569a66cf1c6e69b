package io.bellamy.problem;

/** What would help where something can't be done; whoever asked is told how to do that. */
public enum Remedy {
    /** To name the data set and the algorithm. */
    NAME_JOB,
    /** To ask for every context in question. */
    EACH_CANDIDATE,
    /** To ask for one context only, or to give a single machine type. */
    ONE_CANDIDATE,
    /** To give prices. */
    PRICES,
    /** To wait for who is at work. */
    WAIT,
    /** To allow more time. */
    MORE_TIME,
    /** To start anew instead of going on from a checkpoint. */
    START_ANEW,
    /** To hold out other contexts, or to ask by another protocol. */
    OTHER_CONTEXTS,
    /** To ask by another protocol than that of contexts. */
    OTHER_PROTOCOL,
    /** To ask about other runs. */
    OTHER_RUNS
}
