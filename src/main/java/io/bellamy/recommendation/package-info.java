/**
 * Chooses among predicted clusters: objectives, limits, costs, the ranking, and the size of executors.
 *
 * <p>It knows: job, prediction, problem.
 */
package io.bellamy.recommendation;
