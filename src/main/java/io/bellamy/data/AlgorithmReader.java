package io.bellamy.data;

import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads how the runs of an algorithm are read.
 *
 * @param formats that data may have
 * @param defaults what all algorithms share
 */
record AlgorithmReader(Formats formats, YamlSection defaults) {

    /** What an algorithm says itself wins. */
    Optional<AlgorithmDescriptor> read(YamlSection own) {
        Optional<TableForm> form = new TableFormReader(formats).read(own, defaults);
        YamlSection scaleOut = section("scale_out", own);
        YamlSection runtime = section("runtime", own);
        Optional<String> scaleOutColumn = scaleOut.requiredScalar("column").map(YamlScalar::text);
        Optional<String> runtimeColumn = runtime.requiredScalar("column").map(YamlScalar::text);
        TimeUnit unit = runtime.scalar("unit")
                .flatMap(scalar -> scalar.constant(TimeUnit.class))
                .orElse(TimeUnit.S);
        YamlSection time = section("measured_at", own);
        Optional<String> measuredAt = time.isEmpty()
                ? Optional.empty()
                : time.requiredScalar("column").map(YamlScalar::text);
        OutlierRule outliers = either("outliers", own)
                .flatMap(scalar -> scalar.constant(OutlierRule.class))
                .orElse(OutlierRule.KEEP);
        List<Condition> rows = ConditionReader.read("rows", own, defaults);
        List<Condition> stopped = ConditionReader.read("stopped", own, defaults);
        Map<String, PropertySource> properties = PropertyReader.properties(own, defaults);
        List.of(scaleOut, runtime, time, own).forEach(YamlSection::rejectUnknownKeys);
        return form.map(table -> new AlgorithmDescriptor(
                table,
                rows,
                scaleOutColumn.orElse(""),
                runtimeColumn.orElse(""),
                unit,
                stopped,
                measuredAt,
                outliers,
                properties,
                new MadeColumnsReader(formats).read(own, defaults)));
    }

    private Optional<YamlScalar> either(String key, YamlSection own) {
        Optional<YamlScalar> common = defaults.scalar(key);
        return own.scalar(key).or(() -> common);
    }

    private YamlSection section(String key, YamlSection own) {
        YamlSection common = defaults.section(key);
        YamlSection section = own.section(key);
        return section.isEmpty() ? common : section;
    }
}
