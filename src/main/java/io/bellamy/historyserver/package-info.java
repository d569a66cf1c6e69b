/**
 * Asks a history server of Spark which applications there were, and fetches their logs as they are stored, or what else it says
 * of them. Its answers are input like any other: they may be hostile, late, or not come.
 *
 * <p>It knows: eventlog, files, problem.
 */
package io.bellamy.historyserver;
