/**
 * Draws recommendations as pictures; computes nothing.
 *
 * <p>It knows: adaptation, job, prediction, problem, recommendation, report.
 */
package io.bellamy.plot;
