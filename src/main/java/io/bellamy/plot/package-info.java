/** Draws recommendations as pictures; computes nothing. */
package io.bellamy.plot;
