/**
 * Finds logs, in folders and archives, puts the parts of each together, and unpacks them as they are read: what is packed
 * how is told by content, for names lie.
 *
 * <p>It knows: files, natives, problem.
 */
package io.bellamy.logfiles;
