/**
 * Chooses among predicted clusters: objectives, limits, costs, and the ranking.
 *
 * <p>It knows: job, memory, prediction, problem.
 */
package io.bellamy.recommendation;
