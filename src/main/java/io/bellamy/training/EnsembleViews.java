package io.bellamy.training;

import io.bellamy.features.Column;
import io.bellamy.features.ColumnValues;
import io.bellamy.features.FittedColumns.Standardised;
import io.bellamy.job.PlannedRun;
import io.bellamy.model.Ensemble;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** The columns that a property is in, with how many deviations from the mean it is, on average over the networks. */
final class EnsembleViews {

    private EnsembleViews() {}

    static List<String> of(Ensemble ensemble, String property, PlannedRun run) {
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
}
