/**
 * Native code: where it is unpacked, so that nobody else can put theirs in its place, and how it is loaded.
 *
 * <p>It knows: files, problem.
 */
package io.bellamy.natives;
