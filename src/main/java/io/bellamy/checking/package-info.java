/**
 * How jobs have run of late, beside what the runs before let expect: errors, levels, growth, whether more machines still
 * help, and how long a deadline will hold.
 *
 * <p>It knows: adaptation, evaluation, features, job, model, numerics, prediction, problem, tuning.
 */
package io.bellamy.checking;
