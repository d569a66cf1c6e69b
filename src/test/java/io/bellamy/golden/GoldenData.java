package io.bellamy.golden;

import io.bellamy.data.Dataset;
import io.bellamy.data.DatasetCatalog;
import io.bellamy.data.ValueRules;
import io.bellamy.features.BitEncoder;
import io.bellamy.features.FeaturePipeline;
import io.bellamy.features.NgramHasher;
import io.bellamy.features.Property;
import io.bellamy.problem.Limits;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The published data and the original's pipeline. */
public final class GoldenData {

    private static final NgramHasher TEXT = new NgramHasher(39, 1, 3, true);
    private static final BitEncoder NUMBER = new BitEncoder(39);

    /** As METHOD of the original: five essential and three optional properties. */
    public static final FeaturePipeline PIPELINE = new FeaturePipeline(
            List.of(
                    new Property("machine_type", TEXT),
                    new Property("job_args", TEXT),
                    new Property("data_size_MB", NUMBER),
                    new Property("data_characteristics", TEXT),
                    new Property("environment", TEXT)),
            List.of(new Property("job_type", TEXT), new Property("memory", NUMBER), new Property("slots", NUMBER)));

    private static final ValueRules RULES = new ValueRules() {
        @Override
        public Optional<String> objection(String property, String value) {
            return Optional.empty();
        }

        @Override
        public boolean isNumber(String property) {
            return PIPELINE.isNumber(property);
        }
    };

    private GoldenData() {}

    public static Dataset load(String target, String algorithm) {
        return new DatasetCatalog(Path.of("data"), DatasetCatalog.FORMATS, RULES, Limits.DEFAULTS, Clock.systemUTC())
                .load(target, algorithm);
    }
}
