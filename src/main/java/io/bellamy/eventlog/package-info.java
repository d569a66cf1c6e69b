/**
 * Reads the event log of a Spark run, line by line, and says what the run was. Most lines are passed over; of the dozen
 * kinds that count a streaming parser reads what is needed, so that memory does not depend on how long a log is.
 *
 * <p>It knows no other package.
 */
package io.bellamy.eventlog;
