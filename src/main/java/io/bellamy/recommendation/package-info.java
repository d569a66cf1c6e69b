/**
 * Chooses among predicted clusters: objectives, limits, costs, and the ranking.
 *
 * <p>It knows: job, prediction, problem.
 */
package io.bellamy.recommendation;
