package io.bellamy.config;

import io.bellamy.features.FeaturePipeline;
import io.bellamy.training.PretrainingOptions;
import io.bellamy.training.ValidationSplit;
import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the section {@code pretraining}, and which properties its split goes by.
 *
 * @param root the configuration
 */
record PretrainingReader(YamlSection root) {

    /**
     * What the section says, with what is said elsewhere.
     *
     * @param pipeline absent where something is wrong with it
     */
    PretrainingOptions read(ModelSetup setup, Optional<FeaturePipeline> pipeline) {
        YamlSection section = root.section("pretraining");
        double noise = section.scalar("target_noise")
                .flatMap(value -> value.number(0, ConfigurationReader.MOST_NOISE))
                .orElse(0.25);
        ValidationSplit split = section.scalar("split")
                .flatMap(value -> value.constant(ValidationSplit.class))
                .orElse(ValidationSplit.STRATIFIED);
        double share = section.scalar("validation_share")
                .flatMap(value -> value.number(0.01, 0.9))
                .orElse(0.2);
        section.rejectUnknownKeys();
        List<YamlScalar> keys = root.scalars("grouping_keys");
        pipeline.ifPresent(features -> {
            List<String> known = new ArrayList<>(features.names());
            known.add(ValidationSplit.SCALE_OUT);
            keys.stream()
                    .filter(key -> !known.contains(key.text()))
                    .forEach(key -> key.reject("one of " + String.join(", ", known)));
        });
        return new PretrainingOptions(
                setup.pretrainingEpochs(),
                setup.batchSize(),
                noise,
                split,
                share,
                keys.stream().map(YamlScalar::text).toList(),
                setup.defaults());
    }
}
