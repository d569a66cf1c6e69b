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
import io.bellamy.training.Hyperparameters;
import io.bellamy.training.PretrainingOptions;
import io.bellamy.training.SearchOptions;
import io.bellamy.yaml.YamlFile;
import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a configuration file: the original's keys and this project's own. */
public final class ConfigurationReader {

    /** The kind of model where a configuration names none, as that of the original does. */
    private static final String AUTOENCODER = "autoencoder";

    private static final String ENSEMBLE = "ensemble";
    static final int MOST_EPOCHS = 10_000_000;
    private static final int LARGEST_BATCH = 1 << 20;
    static final double MOST_NOISE = 1e6;
    private static final int MOST_KEPT = 100_000;
    private static final double MOST_MARGIN = 1e6;

    private final YamlSection root;
    private final Path home;
    private final List<String> models;
    private final List<String> withoutMeaning = new ArrayList<>();

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
        Path modelsDir = folder("path_to_pretrain_dir", "models");
        Path data = folder("path_to_data_dir", "data");
        passOver(root, "", "path_to_temp_dir", "job_types");
        Optional<Long> common = seed(root);
        long seed = seed(root.section("optuna_search")).or(() -> common).orElse(0L);
        YamlSection setup = root.section("model_setup");
        YamlSection model = setup.section("model_args");
        double dropout = model.scalar("dropout").flatMap(p -> p.number(0, 0.95)).orElse(0.0);
        int hiddenDim = model.scalar("hidden_dim").flatMap(this::even).orElse(8);
        int encodingDim = model.scalar("encoding_dim")
                .flatMap(number -> number.integer(2, 1024))
                .orElse(40);
        model.rejectUnknownKeys();
        YamlSection optimizer = setup.section("optimizer_args");
        double learningRate =
                optimizer.scalar("lr").flatMap(rate -> rate.number(1e-9, 10)).orElse(0.001);
        double weightDecay = optimizer
                .scalar("weight_decay")
                .flatMap(decay -> decay.number(0, 10))
                .orElse(0.001);
        optimizer.rejectUnknownKeys();
        Hyperparameters defaults = new Hyperparameters(dropout, learningRate, weightDecay);
        List<Integer> epochs = epochs(setup);
        int batchSize = setup.scalar("batch_size")
                .flatMap(number -> number.integer(1, LARGEST_BATCH))
                .orElse(64);
        devices(setup);
        Optional<FeaturePipeline> pipeline = pipeline(encodingDim);
        PretrainingOptions pretraining = new PretrainingReader(root).read(epochs.get(0), batchSize, defaults, pipeline);
        Configuration.FineTuningSetup fineTuning = fineTuning(epochs.get(1), batchSize, defaults);
        Optional<SearchOptions> search = search();
        String kind =
                setup.scalar("model").flatMap(named -> named.oneOf(models)).orElse(AUTOENCODER);
        Optional<EnsembleOptions> ensemble =
                new EnsembleReader(root.section("ensemble")).read(kind.equals(ENSEMBLE), epochs.get(0), defaults);
        Configuration.Publication publication = publication(root.section("publication"));
        Limits limits = new LimitsReader(root.section("limits")).read();
        LaunchRules launch = new LaunchReader(root.section("launch")).read();
        MemoryLimits memory = memory(root.section("memory"));
        ClusterCharge charge = ChargeReader.read(root);
        setup.rejectUnknownKeys();
        root.rejectUnknownKeys();
        return pipeline.flatMap(features -> search.map(options -> new Configuration(
                modelsDir,
                data,
                seed,
                kind,
                hiddenDim,
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

    private Optional<Integer> even(YamlScalar number) {
        Optional<Integer> value = number.integer(2, 1024);
        if (value.filter(width -> width % 2 != 0).isPresent()) {
            number.reject("an even number");
        }
        return value;
    }

    private List<Integer> epochs(YamlSection setup) {
        List<YamlScalar> given = setup.scalars("epochs");
        if (setup.has("epochs") && given.size() != 2) {
            setup.problems().add(setup.place("epochs") + ": must be two numbers, for pretraining and fine-tuning");
        }
        List<Integer> epochs = given.stream()
                .flatMap(number -> number.integer(1, MOST_EPOCHS).stream())
                .toList();
        return epochs.size() == 2 ? epochs : List.of(2500, 2500);
    }

    private void devices(YamlSection setup) {
        for (String key : List.of("training_loss_args", "fine_tuning_loss_args", "loss_args")) {
            YamlSection arguments = setup.section(key);
            arguments.scalar("device").ifPresent(device -> device.oneOf(List.of("cpu")));
            arguments.rejectUnknownKeys();
            passOver(setup, "model_setup.", key);
        }
        setup.scalar("device").ifPresent(device -> device.oneOf(List.of("cpu")));
        passOver(setup, "model_setup.", "device", "follow_batch");
    }

    private Optional<FeaturePipeline> pipeline(int encodingDim) {
        YamlSection pipeline = root.section("pipeline");
        passOver(pipeline, "pipeline.", "extra_columns");
        return new PipelineReader(pipeline, encodingDim).read();
    }

    private Configuration.FineTuningSetup fineTuning(int epochs, int batchSize, Hyperparameters defaults) {
        passOver(root.section("reuse_for_fine_tuning"), "reuse_for_fine_tuning.", "loss_args");
        return new FineTuningReader(root).read(epochs, batchSize, defaults);
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

    private Optional<SearchOptions> search() {
        YamlSection run = root.section("tune_run");
        passOver(
                run,
                "tune_run.",
                "checkpoint_score_attr",
                "keep_checkpoints_num",
                "local_dir",
                "resources_per_trial",
                "verbose");
        passOver(
                root.section("optuna_search"),
                "optuna_search.",
                "constant_liar",
                "group",
                "multivariate",
                "warn_independent_sampling");
        return new SearchReader(root).read();
    }

    private void passOver(YamlSection section, String path, String... keys) {
        for (String key : keys) {
            if (section.has(key)) {
                withoutMeaning.add(path + key);
            }
        }
    }
}
