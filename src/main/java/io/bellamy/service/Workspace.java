package io.bellamy.service;

import io.bellamy.config.Configuration;
import io.bellamy.data.DatasetCatalog;
import io.bellamy.data.RunFormat;
import io.bellamy.request.RequestReader;
import io.bellamy.store.ModelStore;
import io.bellamy.training.PretrainingOptions;
import io.bellamy.training.SearchableTrainer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What services work with. Never changed, so safe for several threads.
 *
 * @param configuration what is configured
 * @param dataDir where the data sets are
 * @param modelsDir where the models are
 * @param seed where every random number comes from
 * @param clock tells the time
 * @param kinds of models that there are
 * @param formats of data that there are
 */
public record Workspace(
        Configuration configuration,
        Path dataDir,
        Path modelsDir,
        long seed,
        Clock clock,
        ModelKinds kinds,
        List<RunFormat> formats) {

    public Workspace {
        formats = List.copyOf(formats);
    }

    /**
     * A workspace as it is configured.
     *
     * @param own what wins over the configuration
     */
    public static Workspace of(Configuration configuration, Overrides own, Clock clock) {
        return new Workspace(
                configuration,
                own.dataDir().orElse(configuration.dataDir()),
                own.modelsDir().orElse(configuration.modelsDir()),
                own.seed().orElse(configuration.seed()),
                clock,
                ModelKinds.ALL,
                DatasetCatalog.FORMATS);
    }

    /** What wins over the configuration, where it is given. */
    public record Overrides(Optional<Path> dataDir, Optional<Path> modelsDir, Optional<Long> seed) {}

    /** The data sets. */
    public DatasetCatalog datasets() {
        return new DatasetCatalog(
                dataDir, formats, new PipelineRules(configuration.pipeline()), configuration.limits(), clock);
    }

    /** The models. */
    public ModelStore models() {
        return new ModelStore(modelsDir, clock, kinds.codecs(configuration));
    }

    /** What reads requests. */
    public RequestReader requests() {
        return new RequestReader(
                configuration.pipeline().essential(), configuration.pipeline().optional());
    }

    /**
     * What trains models of the kind that the configuration wants.
     *
     * @param options how a trial trains
     */
    SearchableTrainer trainer(PretrainingOptions options) {
        return kinds.of(configuration.model()).trainer(configuration, options);
    }
}
