/**
 * config.yml, read into immutable records and validated whole; the original's keys are known here alone.
 *
 * <p>It knows: features, files, job, launch, memory, model, problem, request, training, tuning, yaml.
 */
package io.bellamy.config;
