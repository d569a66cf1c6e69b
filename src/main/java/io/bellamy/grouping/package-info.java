/**
 * Which runs of Spark are one job, and with which arguments: by the user's rules, else by what logs say.
 *
 * <p>It knows: eventlog, job, problem, yaml.
 */
package io.bellamy.grouping;
