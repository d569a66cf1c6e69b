package io.bellamy.cli;

import io.bellamy.data.ValueRules;
import io.bellamy.features.BitEncoder;
import io.bellamy.features.FeaturePipeline;
import java.util.Optional;
import java.util.stream.Stream;

/** What the values of properties must be like for the configured pipeline. */
record PipelineRules(FeaturePipeline pipeline) implements ValueRules {

    @Override
    public Optional<String> objection(String property, String value) {
        return pipeline.objection(property, value);
    }

    @Override
    public boolean isNumber(String property) {
        return Stream.concat(pipeline.essential().stream(), pipeline.optional().stream())
                .anyMatch(known -> known.name().equals(property) && known.encoder() instanceof BitEncoder);
    }
}
