package io.bellamy.config;

import io.bellamy.features.BitEncoder;
import io.bellamy.features.FeaturePipeline;
import io.bellamy.features.NgramHasher;
import io.bellamy.features.Property;
import io.bellamy.features.PropertyEncoder;
import io.bellamy.features.ScaleOutFeature;
import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the section {@code pipeline}: which column goes through which transformer, and which columns the network sees. */
final class PipelineReader {

    private static final String SCALER = "MinMaxScaler";
    private static final String BITS = "BinaryTransformer";
    private static final String HASHING = "HashingVectorizer";
    private static final int LONGEST = 1023;

    private final YamlSection pipeline;
    private final int encodingDim;
    private final Map<String, PropertyEncoder> encoders = new HashMap<>();
    private final Set<String> scaled = new HashSet<>();
    private final Set<String> transformed = new HashSet<>();

    /** Columns whose transformer has no known name: that is told once, not again of each column. */
    private final Set<String> withoutTransformer = new HashSet<>();

    PipelineReader(YamlSection pipeline, int encodingDim) {
        this.pipeline = pipeline;
        this.encodingDim = encodingDim;
    }

    /** Empty where something is wrong, which is among the problems. */
    Optional<FeaturePipeline> read() {
        pipeline.sections("transforms").forEach(this::transform);
        List<Property> essential = properties("emb_columns");
        List<Property> optional = properties("opt_columns");
        Set<String> names = new HashSet<>();
        for (String key : List.of("emb_columns", "opt_columns")) {
            for (YamlScalar column : pipeline.scalars(key)) {
                if (!names.add(column.text())) {
                    column.reject("listed once only");
                }
            }
        }
        for (ScaleOutFeature feature : ScaleOutFeature.values()) {
            if (!scaled.contains(feature.column()) && !withoutTransformer.contains(feature.column())) {
                pipeline.problems()
                        .add(pipeline.place("transforms") + ": must scale " + feature.column() + " with " + SCALER);
            }
        }
        checkTarget();
        pipeline.rejectUnknownKeys();
        if (pipeline.scalars("emb_columns").isEmpty()) {
            pipeline.problems().add(pipeline.place("emb_columns") + ": must name at least one column");
        }
        // what rests on the properties is not held against half of them
        boolean whole = essential.size() + optional.size() == names.size();
        return essential.isEmpty() || !whole ? Optional.empty() : Optional.of(new FeaturePipeline(essential, optional));
    }

    private void transform(YamlSection transform) {
        List<YamlScalar> columns = transform.scalars("in_column");
        columns.forEach(column -> transformed.add(column.text()));
        List<String> outputs =
                transform.scalars("out_column").stream().map(YamlScalar::text).toList();
        if (columns.isEmpty()) {
            transform.problems().add(transform.place("in_column") + ": must name at least one column");
        }
        if (!outputs.equals(columns.stream().map(YamlScalar::text).toList())) {
            transform.problems().add(transform.place("out_column") + ": must be the columns of in_column");
        }
        Optional<String> transformer = transform.requiredScalar("transformer").map(YamlScalar::text);
        YamlSection arguments = transform.section("transformer_args");
        String name = transformer.orElse("");
        switch (name) {
            case SCALER -> columns.forEach(this::scale);
            case BITS -> bits(arguments).ifPresent(encoder -> columns.forEach(column -> encode(column, encoder)));
            case HASHING -> hashing(arguments).ifPresent(encoder -> columns.forEach(column -> encode(column, encoder)));
            default -> {
                columns.forEach(column -> withoutTransformer.add(column.text()));
                transform
                        .scalar("transformer")
                        .ifPresent(scalar -> scalar.reject("one of " + String.join(", ", SCALER, BITS, HASHING)));
            }
        }
        if (List.of(SCALER, BITS, HASHING).contains(name)) {
            arguments.rejectUnknownKeys();
        }
        transform.rejectUnknownKeys();
    }

    private void scale(YamlScalar column) {
        List<String> known = List.of(ScaleOutFeature.values()).stream()
                .map(ScaleOutFeature::column)
                .toList();
        if (!known.contains(column.text())) {
            column.reject("one of " + String.join(", ", known) + " for " + SCALER);
        } else if (!scaled.add(column.text())) {
            column.reject("transformed once only");
        }
    }

    private void encode(YamlScalar column, PropertyEncoder encoder) {
        if (encoders.putIfAbsent(column.text(), encoder) != null) {
            column.reject("transformed once only");
        }
    }

    private Optional<PropertyEncoder> bits(YamlSection arguments) {
        return arguments.requiredScalar("n").flatMap(this::length).map(BitEncoder::new);
    }

    private Optional<PropertyEncoder> hashing(YamlSection arguments) {
        Optional<Integer> features = arguments.requiredScalar("n_features").flatMap(this::length);
        arguments.scalar("lowercase").ifPresent(value -> value.oneOf(List.of("true")));
        arguments.scalar("analyzer").ifPresent(value -> value.oneOf(List.of("char_wb")));
        arguments.scalar("norm").ifPresent(value -> value.oneOf(List.of("l2")));
        boolean alternateSign =
                arguments.scalar("alternate_sign").flatMap(YamlScalar::flag).orElse(true);
        List<Integer> range = new ArrayList<>();
        for (YamlScalar bound : arguments.scalars("ngram_range")) {
            bound.integer(1, 16).ifPresent(range::add);
        }
        if (range.size() != 2 || range.get(0) > range.get(1)) {
            arguments
                    .problems()
                    .add(arguments.place("ngram_range") + ": must be two whole numbers in order, as [1, 3]");
            return Optional.empty();
        }
        return features.map(n -> new NgramHasher(n, range.get(0), range.get(1), alternateSign));
    }

    private Optional<Integer> length(YamlScalar number) {
        Optional<Integer> length = number.integer(1, LONGEST);
        if (length.filter(n -> n + 1 != encodingDim).isPresent()) {
            number.reject("model_setup.model_args.encoding_dim - 1 = " + (encodingDim - 1));
            return Optional.empty();
        }
        return length;
    }

    private List<Property> properties(String key) {
        List<Property> properties = new ArrayList<>();
        for (YamlScalar column : pipeline.scalars(key)) {
            PropertyEncoder encoder = encoders.get(column.text());
            if (encoder == null && (scaled.contains(column.text()) || !transformed.contains(column.text()))) {
                column.reject("a column that pipeline.transforms encodes with " + BITS + " or " + HASHING);
            } else if (encoder != null) {
                properties.add(new Property(column.text(), encoder));
            }
        }
        return properties;
    }

    private void checkTarget() {
        List<YamlScalar> targets = pipeline.isList("target_column")
                ? pipeline.scalars("target_column")
                : pipeline.scalar("target_column").stream().toList();
        targets.forEach(target -> {
            if (!target.text().equals("gross_runtime")) {
                target.reject("gross_runtime");
            }
        });
    }
}
