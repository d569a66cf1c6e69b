package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.data.Dataset;
import io.bellamy.prediction.Answer;
import io.bellamy.prediction.Predictor;
import io.bellamy.problem.Problems;
import io.bellamy.request.Asked;
import io.bellamy.store.Manifest;
import io.bellamy.store.Reading;
import io.bellamy.store.StoredModel;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The models that answer requests, each read once. */
final class LoadedModels {

    private static final Logger LOG = LoggerFactory.getLogger(LoadedModels.class);

    private final CommonOptions common;
    private final ModelOptions stored;
    private final Configuration configuration;
    private final boolean strict;
    private final Clock clock = Clock.systemUTC();
    private final Map<ModelOptions.Job, Predictor> predictors = new HashMap<>();

    /**
     * Begins.
     *
     * @param strict whether a damaged model fails instead of leaving the answer to another version
     */
    LoadedModels(CommonOptions common, ModelOptions stored, Configuration configuration, boolean strict) {
        this.common = common;
        this.stored = stored;
        this.configuration = configuration;
        this.strict = strict;
    }

    /** What answers a request. */
    Predictor predictor(Asked asked) {
        ModelOptions.Job job = stored.job(common, new Problems(), asked.trainingTarget(), asked.algorithm());
        Predictor known = predictors.get(job);
        if (known == null) {
            known = open(job);
            predictors.put(job, known);
        }
        return known;
    }

    private Predictor open(ModelOptions.Job job) {
        Dataset dataset = common.datasets(configuration).load(job.target(), job.algorithm());
        Reading reading =
                stored.models(configuration).of(job.target(), job.algorithm()).current(strict);
        reading.warnings().forEach(LOG::warn);
        StoredModel model = reading.model();
        Manifest manifest = model.manifest();
        Predictor.Model pretrained = new Predictor.Model(
                new Answer.Origin(manifest.version(), manifest.age(clock), manifest.trainingRows()),
                model.model(),
                model.pipeline(),
                reading.warnings());
        return new Predictor(pretrained, dataset, common.seed(configuration));
    }
}
