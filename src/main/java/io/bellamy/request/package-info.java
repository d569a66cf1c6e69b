/**
 * Reads requests.
 *
 * <p>It knows: features, files, job, problem, yaml.
 */
package io.bellamy.request;
