/** Answers a request: completes its context, fine-tunes the model to it and asks for every scale-out. */
package io.bellamy.prediction;
