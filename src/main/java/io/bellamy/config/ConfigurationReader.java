package io.bellamy.config;

import io.bellamy.features.FeaturePipeline;
import io.bellamy.files.InputFile;
import io.bellamy.files.NameEncoding;
import io.bellamy.job.ClusterCharge;
import io.bellamy.launch.LaunchRules;
import io.bellamy.memory.MemoryLimits;
import io.bellamy.problem.Limits;
import io.bellamy.problem.Problems;
import io.bellamy.request.ChargeReader;
import io.bellamy.training.EnsembleOptions;
import io.bellamy.training.PretrainingOptions;
import io.bellamy.training.SearchOptions;
import io.bellamy.yaml.YamlFile;
import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads a configuration file: the original's keys and this project's own. */
public final class ConfigurationReader {

    static final int MOST_EPOCHS = 10_000_000;
    static final double MOST_NOISE = 1e6;
    private static final int MOST_KEPT = 100_000;
    private static final double MOST_MARGIN = 1e6;

    private final YamlSection root;
    private final Path home;
    private final List<String> models;

    private ConfigurationReader(YamlSection root, Path home, List<String> models) {
        this.root = root;
        this.home = home;
        this.models = models;
    }

    /**
     * Reads a file; paths in it are relative to its folder, those in a pipe to the folder where the program was started.
     *
     * @param models the kinds of models that there are
     * @throws io.bellamy.problem.InvalidInputException with every problem at once
     */
    public static Configuration read(Path file, List<String> models) {
        return of(file.toString(), YamlFile.text(InputFile.named(file)), home(file), models);
    }

    /**
     * Reads a text; paths in it are relative to the folder where the program was started.
     *
     * @param name of the text, for problems
     * @param models the kinds of models that there are
     * @throws io.bellamy.problem.InvalidInputException with every problem at once
     */
    public static Configuration of(String name, String text, List<String> models) {
        return of(name, text, Path.of("").toAbsolutePath(), models);
    }

    private static Configuration of(String name, String text, Path home, List<String> models) {
        Problems problems = new Problems();
        ConfigurationReader reader = new ConfigurationReader(YamlFile.parse(name, text, problems), home, models);
        Optional<Configuration> configuration = reader.read(text);
        problems.throwIfAny();
        return configuration.orElseThrow(() -> new IllegalStateException("a configuration or a problem"));
    }

    private static Path home(Path file) {
        return InputFile.named(file).isRegular()
                ? file.toAbsolutePath().getParent()
                : Path.of("").toAbsolutePath();
    }

    private Optional<Configuration> read(String text) {
        List<String> withoutMeaning = OriginalKeys.withoutMeaning(root);
        Path modelsDir = folder("path_to_pretrain_dir", "models");
        Path data = folder("path_to_data_dir", "data");
        Optional<Long> common = seed(root);
        long seed = seed(root.section("optuna_search")).or(() -> common).orElse(0L);
        ModelSetup setup = new ModelSetupReader(root.section("model_setup")).read(models);
        Optional<FeaturePipeline> pipeline = new PipelineReader(root.section("pipeline"), setup.encodingDim()).read();
        PretrainingOptions pretraining = new PretrainingReader(root).read(setup, pipeline);
        Configuration.FineTuningSetup fineTuning = new FineTuningReader(root).read(setup);
        Optional<SearchOptions> search = new SearchReader(root).read();
        Optional<EnsembleOptions> ensemble = new EnsembleReader(root.section("ensemble")).read(setup);
        Configuration.Publication publication = publication(root.section("publication"));
        Limits limits = new LimitsReader(root.section("limits")).read();
        LaunchRules launch = new LaunchReader(root.section("launch")).read();
        MemoryLimits memory = memory(root.section("memory"));
        ClusterCharge charge = ChargeReader.read(root);
        root.rejectUnknownKeys();
        return pipeline.flatMap(features -> search.map(options -> new Configuration(
                modelsDir,
                data,
                seed,
                setup.kind(),
                setup.hiddenDim(),
                features,
                pretraining,
                fineTuning,
                options,
                ensemble,
                publication,
                limits,
                launch,
                memory,
                charge,
                withoutMeaning,
                text)));
    }

    private static Optional<Long> seed(YamlSection section) {
        return section.scalar("seed").flatMap(value -> value.whole(Long.MIN_VALUE, Long.MAX_VALUE));
    }

    private Path folder(String key, String usual) {
        Optional<YamlScalar> scalar = root.scalar(key);
        try {
            return home.resolve(scalar.flatMap(YamlScalar::filled).orElse(usual))
                    .normalize();
        } catch (InvalidPathException e) {
            scalar.ifPresent(value -> value.reject("the path of a folder"
                    + NameEncoding.advice(e.getInput())
                            .map(advice -> "; " + advice)
                            .orElse("")));
            return home;
        }
    }

    private static Configuration.Publication publication(YamlSection section) {
        int keep = section.scalar("keep")
                .flatMap(number -> number.integer(1, MOST_KEPT))
                .orElse(5);
        double margin = section.scalar("margin")
                .flatMap(share -> share.number(0, MOST_MARGIN))
                .orElse(0.25);
        section.rejectUnknownKeys();
        return new Configuration.Publication(keep, margin);
    }

    private static MemoryLimits memory(YamlSection section) {
        double spilling = section.scalar("most_spilling")
                .flatMap(share -> share.number(0, 1))
                .orElse(MemoryLimits.USUAL.mostSpilling());
        double dying = section.scalar("most_dying")
                .flatMap(share -> share.number(0, 1))
                .orElse(MemoryLimits.USUAL.mostDying());
        section.rejectUnknownKeys();
        return new MemoryLimits(spilling, dying);
    }
}
