/**
 * The words of the domain: runs of a job, the definitions and values of their properties, contexts, requests and
 * what is preferred.
 *
 * <p>It knows: numerics, problem.
 */
package io.bellamy.job;
