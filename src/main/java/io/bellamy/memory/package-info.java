/**
 * How much memory jobs need, learned from runs that had enough, spilled, or died, and how likely others will.
 *
 * <p>It knows: job, numerics, problem, tuning.
 */
package io.bellamy.memory;
