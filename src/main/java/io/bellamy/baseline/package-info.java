/**
 * What people would use instead: the methods that predictions are held against, trainers of the same contract.
 *
 * <p>It knows: adaptation, evaluation, job, model, natives, numerics, tuning.
 */
package io.bellamy.baseline;
