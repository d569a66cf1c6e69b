package io.bellamy.web;

/** Where a request is worked on, so that what takes long keeps nobody else waiting. */
enum Lane {
    /** At once: it takes no time to speak of, and must be answered however much there is to do. */
    NOW,
    /** By one of some workers. */
    QUICK,
    /** One after the other: it takes seconds. */
    SLOW,
    /** One after the other: it changes data. */
    WRITING
}
