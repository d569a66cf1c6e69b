package io.bellamy.config;

import io.bellamy.training.FineTuningOptions;
import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.util.List;

/**
 * Reads how networks are fine-tuned, which the original spreads over several sections.
 *
 * @param root the configuration
 */
record FineTuningReader(YamlSection root) {

    /** What is missing is as in the original. */
    Configuration.FineTuningSetup read(ModelSetup setup) {
        YamlSection stopping = root.section("early_stopping");
        int patience = stopping.scalar("patience")
                .flatMap(number -> number.integer(1, ConfigurationReader.MOST_EPOCHS))
                .orElse(1000);
        stopping.rejectUnknownKeys();
        FineTuningOptions.Stop stop = stop(root.section("score_function"));
        YamlSection reuse = root.section("reuse_for_fine_tuning");
        reuse.scalar("model_args").ifPresent(value -> value.oneOf(List.of("true")));
        boolean optimizer =
                reuse.scalar("optimizer_args").flatMap(YamlScalar::flag).orElse(false);
        reuse.rejectUnknownKeys();
        YamlSection section = root.section("fine_tuning");
        double noise = section.scalar("target_noise")
                .flatMap(value -> value.number(0, ConfigurationReader.MOST_NOISE))
                .orElse(0.25);
        FineTuningOptions.Score score = section.scalar("score")
                .flatMap(value -> value.constant(FineTuningOptions.Score.class))
                .orElse(FineTuningOptions.Score.AFTER_EPOCH);
        FineTuningOptions.Release release = section.scalar("release_counts")
                .flatMap(value -> value.constant(FineTuningOptions.Release.class))
                .orElse(FineTuningOptions.Release.SCALE_OUTS);
        section.rejectUnknownKeys();
        return new Configuration.FineTuningSetup(
                new FineTuningOptions(
                        setup.fineTuningEpochs(),
                        setup.batchSize(),
                        setup.defaults().learningRate(),
                        setup.defaults().weightDecay(),
                        noise,
                        patience,
                        stop,
                        score,
                        release),
                optimizer);
    }

    /** The original writes the negated error, so a threshold of -5 is an error of 5. */
    private static FineTuningOptions.Stop stop(YamlSection score) {
        score.scalar("relation").ifPresent(relation -> relation.oneOf(List.of("lt")));
        score.scalar("key").ifPresent(key -> key.oneOf(List.of("ft_loss")));
        double threshold = -score.scalar("threshold")
                .flatMap(value -> value.number(-1e9, 0))
                .orElse(-5.0);
        FineTuningOptions.Stop.Unit unit = score.scalar("unit")
                .flatMap(value -> value.constant(FineTuningOptions.Stop.Unit.class))
                .orElse(FineTuningOptions.Stop.Unit.SECONDS);
        score.rejectUnknownKeys();
        return new FineTuningOptions.Stop(threshold, unit);
    }
}
