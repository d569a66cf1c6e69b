/** Brings the model of an algorithm up to date: trains a new one, compares it with the published one, replaces it. */
package io.bellamy.update;
