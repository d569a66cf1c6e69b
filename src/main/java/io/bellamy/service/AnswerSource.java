package io.bellamy.service;

import io.bellamy.job.JobName;
import io.bellamy.prediction.Predictor;

/** Where those are had who answer requests. */
public interface AnswerSource {

    /**
     * What answers about a job.
     *
     * @throws io.bellamy.problem.NothingToWorkWithException if there is no model of it nor one of all algorithms together, or no run
     */
    Predictor of(JobName job);
}
