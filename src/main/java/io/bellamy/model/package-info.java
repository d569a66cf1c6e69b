/** The networks: their shapes and weights, and the forward and backward pass of the ensemble's perceptrons. */
package io.bellamy.model;
