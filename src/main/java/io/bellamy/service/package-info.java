/**
 * What the program does for whoever asks: answering requests, pretraining, evaluating, looking after stored models.
 * A {@link io.bellamy.service.Workspace} says with what. It knows no command line, no standard streams and no way
 * in which results are shown; what it can't do it tells by exceptions, whose {@link io.bellamy.problem.Remedy} says
 * what would help.
 *
 * <p>It knows: baseline, checking, config, data, evaluation, exchange, features, files, imports, job, memory, model, numerics, prediction,
 * problem, process, recommendation, request, saving, store, training, tuning, update, yaml.
 */
package io.bellamy.service;
