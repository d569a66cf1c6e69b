/**
 * Renders finished results as text, tables, JSON, CSV and HTML; computes nothing.
 *
 * <p>It knows: adaptation, checking, data, evaluation, files, grouping, imports, job, model, prediction, problem,
 * recommendation, saving, service, store, training, tuning, update.
 */
package io.bellamy.report;
