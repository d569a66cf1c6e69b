/**
 * Reads requests.
 *
 * <p>It knows: data, features, files, job, numerics, problem, yaml.
 */
package io.bellamy.request;
