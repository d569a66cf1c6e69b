/** Chooses among predicted clusters: objectives, limits, costs, and the ranking. */
package io.bellamy.recommendation;
