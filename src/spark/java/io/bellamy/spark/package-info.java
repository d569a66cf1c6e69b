/**
 * Runs Bellamy on Spark: the side that Spark sees. It knows Spark and Java alone; Bellamy's classes are reached through
 * {@link io.bellamy.spark.IsolatedProgram}.
 */
package io.bellamy.spark;
