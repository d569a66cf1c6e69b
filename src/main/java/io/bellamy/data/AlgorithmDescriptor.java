package io.bellamy.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the runs of one algorithm are read from a file.
 *
 * @param file the file, relative to the data set's folder
 * @param separator what separates the columns
 * @param rows which rows belong to the algorithm; all where this is absent
 * @param scaleOut the column with the number of machines
 * @param runtime the column with the runtime
 * @param runtimeUnit the unit of that column
 * @param measuredAt the column with the time of the run, where there is one
 * @param outliers what happens to outliers
 * @param properties where each property comes from, by name
 */
public record AlgorithmDescriptor(
        String file,
        char separator,
        Optional<RowFilter> rows,
        String scaleOut,
        String runtime,
        TimeUnit runtimeUnit,
        Optional<String> measuredAt,
        OutlierRule outliers,
        Map<String, PropertySource> properties) {

    /** Only the rows that have this value in this column. */
    public record RowFilter(String column, String value) {}

    public AlgorithmDescriptor {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }
}
