/** Renders finished results; computes nothing. */
package io.bellamy.report;
