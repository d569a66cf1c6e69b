/** Chooses among predicted scale-outs. */
package io.bellamy.recommendation;
