/**
 * Asks a history server of Spark which applications there were, and fetches their logs as they are stored. Its answers are
 * input like any other: they may be hostile, late, or not come.
 *
 * <p>It knows: files, problem.
 */
package io.bellamy.historyserver;
