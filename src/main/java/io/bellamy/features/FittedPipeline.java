package io.bellamy.features;

import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A pipeline that has seen the runs of pretraining; it is saved with the model and applied to every run and request.
 *
 * @param scalers the ranges of the scale-out features
 * @param essential the essential properties, in order
 * @param optional the optional properties, in order
 * @param seen the values of every property in pretraining, sorted
 */
public record FittedPipeline(
        Map<ScaleOutFeature, MinMaxScaler> scalers,
        List<Property> essential,
        List<Property> optional,
        Map<String, List<String>> seen) {

    public FittedPipeline {
        // in one order in every process, so that the file is the same to the byte
        scalers = Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(scalers)));
        essential = List.copyOf(essential);
        optional = List.copyOf(optional);
        seen = Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(seen)));
        if (essential.isEmpty() || !scalers.keySet().containsAll(Set.of(ScaleOutFeature.values()))) {
            throw new IllegalArgumentException("a pipeline must scale every scale-out feature and have a property");
        }
        long lengths = Stream.concat(essential.stream(), optional.stream())
                .mapToInt(property -> property.encoder().length())
                .distinct()
                .count();
        if (lengths != 1) {
            throw new IllegalArgumentException("all properties must be encoded at the same length");
        }
    }

    public int leastScaleOut() {
        return (int) scalers.get(ScaleOutFeature.INSTANCE_COUNT).min();
    }

    public int mostScaleOut() {
        return (int) scalers.get(ScaleOutFeature.INSTANCE_COUNT).max();
    }

    /** How the network of the original sees a property. */
    public PropertyEncoder encoder(String property) {
        return Stream.concat(essential.stream(), optional.stream())
                .filter(known -> known.name().equals(property))
                .findFirst()
                .orElseThrow()
                .encoder();
    }

    /** Encodes runs with their runtimes. */
    public EncodedRuns encode(List<Run> runs) {
        Inputs inputs = inputs(runs, Run::scaleOut, Run::properties);
        return new EncodedRuns(inputs, runs.stream().mapToDouble(Run::runtime).toArray());
    }

    /** Encodes runs that are to be predicted. */
    public Inputs inputs(List<PlannedRun> plans) {
        return inputs(plans, PlannedRun::scaleOut, PlannedRun::properties);
    }

    private <R> Inputs inputs(List<R> rows, Function<R, Integer> scaleOut, Function<R, PropertyValues> properties) {
        double[][] scaleOuts = new double[rows.size()][];
        int[][] essentialIds = new int[rows.size()][];
        int[][] optionalIds = new int[rows.size()][];
        VectorTable table = new VectorTable();
        for (int row = 0; row < rows.size(); row++) {
            PropertyValues values = properties.apply(rows.get(row));
            scaleOuts[row] = scaled(scaleOut.apply(rows.get(row)));
            essentialIds[row] = essential.stream()
                    .mapToInt(p -> table.id(p.encoder(), values.text(p.name()).orElse("")))
                    .toArray();
            optionalIds[row] = optional.stream()
                    .filter(p -> values.knows(p.name()))
                    .mapToInt(p -> table.id(p.encoder(), values.text(p.name()).orElseThrow()))
                    .toArray();
        }
        return new Inputs(scaleOuts, essentialIds, optionalIds, table.vectors());
    }

    private double[] scaled(int scaleOut) {
        ScaleOutFeature[] features = ScaleOutFeature.values();
        double[] values = new double[features.length];
        for (int i = 0; i < features.length; i++) {
            values[i] = scalers.get(features[i]).apply(features[i].of(scaleOut));
        }
        return values;
    }

    /** Every distinct value is encoded once. */
    private static final class VectorTable {
        private record EncodedValue(PropertyEncoder encoder, String value) {}

        private final Map<EncodedValue, Integer> ids = new HashMap<>();
        private final List<double[]> vectors = new ArrayList<>();

        int id(PropertyEncoder encoder, String value) {
            return ids.computeIfAbsent(new EncodedValue(encoder, value), entry -> {
                vectors.add(encoder.encode(value));
                return vectors.size() - 1;
            });
        }

        double[][] vectors() {
            return vectors.toArray(double[][]::new);
        }
    }
}
