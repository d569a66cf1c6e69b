/**
 * Answers over HTTP: who may ask what, how much at a time, and the same answers as on the command line.
 *
 * <p>It knows: checking, config, data, files, job, plot, prediction, problem, recommendation, recording, report, request, saving, service, yaml.
 */
package io.bellamy.web;
