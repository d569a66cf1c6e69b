package io.bellamy.config;

import io.bellamy.features.FeaturePipeline;
import io.bellamy.job.ClusterCharge;
import io.bellamy.launch.LaunchRules;
import io.bellamy.memory.MemoryLimits;
import io.bellamy.problem.Limits;
import io.bellamy.training.EnsembleOptions;
import io.bellamy.training.FineTuningOptions;
import io.bellamy.training.PretrainingOptions;
import io.bellamy.training.SearchOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What config.yml says.
 *
 * @param modelsDir where models are kept
 * @param dataDir where the data sets are
 * @param seed where every random number comes from: that of the search, where it has one of its own
 * @param model the kind of model
 * @param hiddenDim the width of the network
 * @param pipeline the features
 * @param pretraining how networks are pretrained
 * @param fineTuning how they are fine-tuned
 * @param search how hyperparameters are found
 * @param ensemble how an ensemble is trained; there where the model is one
 * @param publication when a model is replaced, and what is kept
 * @param limits how much of other inputs is looked at
 * @param launch how executors are made of machines
 * @param memory how likely what is recommended may be short of memory
 * @param charge what is billed of clusters beside runs
 * @param withoutMeaning keys that stand there but mean nothing on this engine
 * @param text the file as it was read
 */
public record Configuration(
        Path modelsDir,
        Path dataDir,
        long seed,
        String model,
        int hiddenDim,
        FeaturePipeline pipeline,
        PretrainingOptions pretraining,
        FineTuningSetup fineTuning,
        SearchOptions search,
        Optional<EnsembleOptions> ensemble,
        Publication publication,
        Limits limits,
        LaunchRules launch,
        MemoryLimits memory,
        ClusterCharge charge,
        List<String> withoutMeaning,
        String text) {

    public Configuration {
        withoutMeaning = List.copyOf(withoutMeaning);
    }

    /**
     * How networks are fine-tuned.
     *
     * @param options with the configuration's own learning rate and weight decay
     * @param reuseOptimizer whether the best trial's learning rate and weight decay serve instead
     */
    public record FineTuningSetup(FineTuningOptions options, boolean reuseOptimizer) {}

    /**
     * When a model is replaced, and what is kept.
     *
     * @param keep how many of the newest versions stay, at least 1
     * @param margin by which share of its error a model may be worse than the one before
     */
    public record Publication(int keep, double margin) {}
}
