package io.bellamy.service;

import io.bellamy.data.ValueRules;
import io.bellamy.features.FeaturePipeline;
import java.util.List;
import java.util.Optional;

/** What the values of properties must be like for the configured pipeline. */
record PipelineRules(FeaturePipeline pipeline) implements ValueRules {

    @Override
    public Optional<String> objection(String property, String value) {
        return pipeline.objection(property, value);
    }

    @Override
    public List<String> names() {
        return pipeline.names();
    }

    @Override
    public List<String> essential() {
        return pipeline.essentialNames();
    }

    @Override
    public boolean isNumber(String property) {
        return pipeline.isNumber(property);
    }
}
