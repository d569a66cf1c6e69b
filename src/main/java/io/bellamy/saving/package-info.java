/**
 * What jobs cost on the clusters that they usually run on, and on the cheapest that keep their times.
 *
 * <p>It knows: adaptation, checking, job, prediction, recommendation.
 */
package io.bellamy.saving;
