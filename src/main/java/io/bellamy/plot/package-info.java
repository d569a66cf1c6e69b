/** Draws recommendations as pictures. */
package io.bellamy.plot;
