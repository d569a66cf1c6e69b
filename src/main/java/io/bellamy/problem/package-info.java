/**
 * What can go wrong, in the few kinds that the exit codes tell apart, with what would help; and what makes texts
 * from outside safe to be shown.
 *
 * <p>It knows no other package.
 */
package io.bellamy.problem;
