package io.bellamy.service;

import io.bellamy.data.Dataset;
import io.bellamy.job.JobName;
import io.bellamy.prediction.Answer;
import io.bellamy.prediction.Predictor;
import io.bellamy.store.Manifest;
import io.bellamy.store.ModelReading;
import io.bellamy.store.StoredModel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What answers requests: published models with their data, each read once. Safe for several threads. */
public final class Predictors {

    private static final Logger LOG = LoggerFactory.getLogger(Predictors.class);

    private final Workspace workspace;
    private final boolean strict;
    private final Map<JobName, Predictor> predictors = new ConcurrentHashMap<>();

    /**
     * Of a workspace; nothing is read yet.
     *
     * @param strict whether a damaged model fails instead of leaving the answer to another version
     */
    public Predictors(Workspace workspace, boolean strict) {
        this.workspace = workspace;
        this.strict = strict;
    }

    /**
     * What answers about a job.
     *
     * @throws io.bellamy.problem.NothingToWorkWithException if there is no model of it, or no run
     */
    public Predictor of(JobName job) {
        return predictors.computeIfAbsent(job, this::open);
    }

    private Predictor open(JobName job) {
        Dataset dataset = workspace.datasets().load(job.target(), job.algorithm());
        ModelReading reading =
                workspace.models().of(job.target(), job.algorithm()).current(strict);
        reading.warnings().forEach(LOG::warn);
        StoredModel model = reading.model();
        Manifest manifest = model.manifest();
        Predictor.Model pretrained = new Predictor.Model(
                new Answer.ModelOrigin(manifest.version(), manifest.age(workspace.clock()), manifest.trainingRows()),
                model.model(),
                model.pipeline(),
                reading.warnings());
        return new Predictor(pretrained, dataset, workspace.seed());
    }
}
