/**
 * Strict reading of YAML for the configuration, requests and descriptions of data: every problem at once, each with
 * its place.
 *
 * <p>It knows: files, numerics, problem.
 */
package io.bellamy.yaml;
