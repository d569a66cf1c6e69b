/** The command line: options to records, records to services, results to standard output, failures to exit codes. */
package io.bellamy.cli;
