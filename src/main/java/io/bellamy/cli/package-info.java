/**
 * The command line: options to records, records to services, results to standard output, failures to messages and
 * exit codes.
 *
 * <p>It knows: agents, checking, config, data, evaluation, files, historyserver, imports, job, launch, natives, numerics, plot,
 * problem, recommendation, recording, report, request, saving, service, store, training, update, web, yaml.
 */
package io.bellamy.cli;
