/** How far predictions are off on contexts that the model never saw, beside what people would use instead. */
package io.bellamy.evaluation;
