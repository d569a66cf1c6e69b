/**
 * The one way to open what users wrote, and the one way to write: names and contents may be hostile.
 *
 * <p>It knows: problem.
 */
package io.bellamy.files;
