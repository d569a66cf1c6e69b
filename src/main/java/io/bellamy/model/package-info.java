/** The network: its shape, its weights, and its forward pass over tensors, written for K networks at once. */
package io.bellamy.model;
