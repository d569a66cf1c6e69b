package io.bellamy.data;

import io.bellamy.job.ScaleOutUnit;
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
        Optional<String> scaleOutColumn = scaleOut.requiredScalar("column").map(YamlScalar::text);
        ScaleOutUnit counts = scaleOut.scalar("of")
                .flatMap(scalar -> scalar.constant(ScaleOutUnit.class))
                .orElse(ScaleOutUnit.MACHINES);
        Optional<RuntimeSource> runtime = runtime(section("runtime", own));
        YamlSection time = section("measured_at", own);
        Optional<MeasuredColumn> measuredAt = time.isEmpty() ? Optional.empty() : measured(time);
        OutlierRule outliers = either("outliers", own)
                .flatMap(scalar -> scalar.constant(OutlierRule.class))
                .orElse(OutlierRule.KEEP);
        List<Condition> rows = ConditionReader.read("rows", own, defaults);
        List<Condition> stopped = ConditionReader.read("stopped", own, defaults);
        Map<String, PropertySource> properties = PropertySourceReader.properties(own, defaults);
        Optional<MemorySource> memory = MemorySourceReader.read(own, defaults);
        MadeColumns made = new MadeColumnsReader(formats).read(own, defaults);
        List.of(scaleOut, time, own).forEach(YamlSection::rejectUnknownKeys);
        return form.map(table -> new AlgorithmDescriptor(
                table,
                rows,
                scaleOutColumn.orElse(""),
                counts,
                runtime.orElse(new RuntimeSource.Taken("", TimeUnit.S)),
                stopped,
                measuredAt,
                outliers,
                properties,
                memory,
                made));
    }

    private static Optional<MeasuredColumn> measured(YamlSection section) {
        MomentForm form = moments(section);
        return section.requiredScalar("column").map(column -> new MeasuredColumn(column.text(), form));
    }

    /** How dates and times are written; without a word of it as in ISO 8601. */
    private static MomentForm moments(YamlSection section) {
        Optional<MomentForm> epoch = section.scalar("epoch")
                .flatMap(scalar -> scalar.constant(EpochUnit.class).map(unit -> unit));
        Optional<MomentForm> pattern = section.scalar("pattern").flatMap(AlgorithmReader::pattern);
        if (section.has("epoch") && section.has("pattern")) {
            section.problems().add(section.place() + ": must have either epoch or pattern");
        }
        return epoch.or(() -> pattern).orElse(new IsoMoments());
    }

    private static Optional<MomentForm> pattern(YamlScalar scalar) {
        Optional<MomentForm> form = PatternMoments.of(scalar.text()).map(known -> known);
        if (form.isEmpty()) {
            scalar.reject(PatternMoments.RULE);
        }
        return form;
    }

    /** Either one column with the runtime, or two with its beginning and end. */
    private static Optional<RuntimeSource> runtime(YamlSection section) {
        Optional<String> column = section.scalar("column").map(YamlScalar::text);
        Optional<TimeForm> form = section.scalar("unit").flatMap(UnitWords::time);
        Optional<String> start = section.scalar("start").map(YamlScalar::text);
        Optional<String> end = section.scalar("end").map(YamlScalar::text);
        MomentForm moments = moments(section);
        boolean taken = section.has("column") || section.has("unit");
        boolean between = section.has("start") || section.has("end") || section.has("epoch") || section.has("pattern");
        if (taken && between) {
            section.problems()
                    .add(section.place()
                            + ": must have either column (and unit), or start and end (and epoch, or pattern)");
        } else if (between) {
            section.requiredScalar("start");
            section.requiredScalar("end");
        } else {
            section.requiredScalar("column");
        }
        section.rejectUnknownKeys();
        Optional<RuntimeSource> ends =
                start.flatMap(from -> end.map(to -> new RuntimeSource.Between(from, to, moments)));
        return ends.or(() -> column.map(name -> new RuntimeSource.Taken(name, form.orElse(TimeUnit.S))));
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
