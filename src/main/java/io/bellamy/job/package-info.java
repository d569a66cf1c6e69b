/** The words of the domain: runs of a job, their properties, and the request for a prediction. */
package io.bellamy.job;
