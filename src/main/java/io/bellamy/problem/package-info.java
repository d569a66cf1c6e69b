/** What can go wrong, in the few kinds that the exit codes tell apart. */
package io.bellamy.problem;
