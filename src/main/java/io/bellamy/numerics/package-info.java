/** How numbers are written, and the little linear algebra and optimisation that several methods share. */
package io.bellamy.numerics;
