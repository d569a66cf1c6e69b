/**
 * How numbers are written, threads, and the little linear algebra and optimisation that several methods share.
 *
 * <p>It knows no other package.
 */
package io.bellamy.numerics;
