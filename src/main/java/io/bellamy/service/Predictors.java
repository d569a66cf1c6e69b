package io.bellamy.service;

import io.bellamy.data.Dataset;
import io.bellamy.data.DatasetCatalog;
import io.bellamy.job.JobName;
import io.bellamy.numerics.Aside;
import io.bellamy.prediction.Answer;
import io.bellamy.prediction.Predictor;
import io.bellamy.store.Manifest;
import io.bellamy.store.ModelReading;
import io.bellamy.store.ModelStore;
import io.bellamy.store.ModelVersions;
import io.bellamy.store.StoredModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Published models with their data, each read once. Safe for several threads. */
public final class Predictors implements AnswerSource {

    private static final Logger LOG = LoggerFactory.getLogger(Predictors.class);

    private final Workspace workspace;
    private final DatasetCatalog datasets;
    private final boolean strict;
    private final Map<JobName, Predictor> predictors = new ConcurrentHashMap<>();

    /**
     * Of a workspace; nothing is read yet.
     *
     * @param strict whether a damaged model fails instead of leaving the answer to another version
     */
    public Predictors(Workspace workspace, boolean strict) {
        this.workspace = workspace;
        this.datasets = workspace.datasets();
        this.strict = strict;
    }

    /** The data sets that answers rest on; who reads them here too reads a file of many jobs once. */
    public DatasetCatalog datasets() {
        return datasets;
    }

    /**
     * What answers about a job.
     *
     * @throws io.bellamy.problem.NothingToWorkWithException if there is no model of it nor one of all algorithms together, or no run
     */
    @Override
    public Predictor of(JobName job) {
        return predictors.computeIfAbsent(job, name -> open(name).predictor());
    }

    /**
     * A model with its data.
     *
     * @param predictor that answers
     * @param version of the model
     * @param warnings what is wrong with the published model, where another one stands in for it
     * @param dataset that it answers from
     */
    record OpenedJob(Predictor predictor, String version, List<String> warnings, Dataset dataset) {}

    /** Reads what answers about a job. */
    OpenedJob open(JobName job) {
        ModelStore models = workspace.models();
        ModelVersions own = models.of(job.target(), job.algorithm());
        ModelVersions together = models.of(job.target(), DatasetCatalog.ALL);
        boolean joint = own.names().isEmpty()
                && !together.names().isEmpty()
                && datasets.isJoint(job.target(), DatasetCatalog.ALL);
        if (!joint) {
            // what is wrong with the data is told first, whichever is read first
            Aside<ModelReading> reading = Aside.begin(() -> own.current(strict));
            Dataset dataset = datasets.load(job.target(), job.algorithm());
            return opened(reading.result(), dataset, Optional.empty(), List.of());
        }
        Dataset dataset = datasets.joint(job.target(), Optional.of(job.algorithm()));
        return opened(
                together.current(strict),
                dataset,
                Optional.of(job.algorithm()),
                List.of(NewAlgorithm.warning(job, datasets.algorithms(job.target()))));
    }

    private OpenedJob opened(ModelReading reading, Dataset dataset, Optional<String> about, List<String> warnings) {
        reading.warnings().forEach(LOG::warn);
        StoredModel model = reading.model();
        Manifest manifest = model.manifest();
        Optional<Instant> made = manifest.made();
        Predictor predictor = new Predictor(
                new Predictor.Model(
                        () -> new Answer.ModelOrigin(
                                manifest.version(),
                                made.map(time ->
                                        Duration.between(time, workspace.clock().instant())),
                                manifest.trainingRows()),
                        model.model(),
                        model.pipeline(),
                        about,
                        Stream.concat(warnings.stream(), reading.warnings().stream())
                                .toList()),
                dataset,
                workspace.seed());
        return new OpenedJob(predictor, manifest.version(), reading.warnings(), dataset);
    }
}
