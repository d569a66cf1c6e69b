/** Turns runs into numbers: a pipeline is fitted on the runs of pretraining and then applied to any. */
package io.bellamy.features;
