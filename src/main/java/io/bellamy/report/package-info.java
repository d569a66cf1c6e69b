/**
 * Renders finished results as text, tables, JSON, CSV and HTML; computes nothing.
 *
 * <p>It knows: adaptation, checking, data, evaluation, files, grouping, imports, job, launch, memory, model, prediction, problem,
 * recommendation, recording, saving, service, store, training, tuning, update.
 */
package io.bellamy.report;
