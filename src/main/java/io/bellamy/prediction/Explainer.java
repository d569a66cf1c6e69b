package io.bellamy.prediction;

import io.bellamy.features.BitEncoder;
import io.bellamy.features.Column;
import io.bellamy.features.ColumnValues;
import io.bellamy.features.FittedColumns.Standardised;
import io.bellamy.features.FittedPipeline;
import io.bellamy.features.Property;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyKinds;
import io.bellamy.model.Ensemble;
import io.bellamy.training.TrainedModel;
import io.bellamy.training.TrainedModel.AdaptableEnsemble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Says how a model sees the properties of a run. */
final class Explainer {

    private final TrainedModel model;
    private final FittedPipeline pipeline;
    private final PropertyKinds kinds;

    Explainer(TrainedModel model, FittedPipeline pipeline, PropertyKinds kinds) {
        this.model = model;
        this.pipeline = pipeline;
        this.kinds = kinds;
    }

    Explanation explain(String machineType, PlannedRun run) {
        List<Explanation.Property> properties = Stream.concat(
                        pipeline.essential().stream(), pipeline.optional().stream())
                .filter(property -> run.properties().containsKey(property.name()))
                .map(property -> explained(property, run))
                .toList();
        return new Explanation(machineType, run.scaleOut(), properties);
    }

    private Explanation.Property explained(Property property, PlannedRun run) {
        String name = property.name();
        String value = run.properties().get(name);
        List<String> known = pipeline.seen().getOrDefault(name, List.of());
        return new Explanation.Property(
                name,
                value,
                pipeline.hasSeen(name, value, kinds),
                NearestValues.of(value, known),
                views(property, value, run));
    }

    private List<String> views(Property property, String value, PlannedRun run) {
        return model instanceof AdaptableEnsemble adaptable
                ? columns(adaptable.ensemble(), property.name(), run)
                : List.of(encoded(property, value));
    }

    /** The columns that a property is in, with how many deviations from the mean it is, on average over the networks. */
    private static List<String> columns(Ensemble ensemble, String property, PlannedRun run) {
        ColumnValues values = new ColumnValues(run.scaleOut(), run.properties());
        Map<Column, List<Double>> standardised = new LinkedHashMap<>();
        for (Ensemble.Member member : ensemble.members()) {
            for (Standardised column : member.columns().columns()) {
                if (column.deviation() > 0 && column.column().properties().contains(property)) {
                    standardised
                            .computeIfAbsent(column.column(), key -> new ArrayList<>())
                            .add(column.apply(values));
                }
            }
        }
        List<String> views = new ArrayList<>();
        standardised.forEach((column, deviations) -> {
            OptionalDouble value = values.of(column);
            double mean = deviations.stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElseThrow();
            if (!column.yesOrNo() && value.isPresent()) {
                views.add(String.format(
                        Locale.ROOT, "%s = %.2f (%+.1f deviations)", column.label(), value.getAsDouble(), mean));
            } else if (value.isPresent() && value.getAsDouble() > 0) {
                views.add(column.label());
            }
        });
        return views;
    }

    private static String encoded(Property property, String value) {
        double[] vector = property.encoder().encode(value);
        if (property.encoder() instanceof BitEncoder) {
            StringBuilder bits = new StringBuilder();
            Arrays.stream(vector).skip(1).forEach(bit -> bits.append((int) bit));
            return "bits " + bits.toString().replaceFirst("^0+(?=.)", "");
        }
        long filled =
                DoubleStream.of(vector).skip(1).filter(entry -> entry != 0).count();
        return "hashed n-grams, " + filled + " of " + (vector.length - 1) + " entries not 0";
    }
}
