/** A third kind of model, made as a new one would be: a trained model, its trainer and codec, and the kind itself. */
package io.bellamy.typical;
