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
record AlgorithmReader(List<RunFormat> formats, YamlSection defaults) {

    /** What an algorithm says itself wins. */
    Optional<AlgorithmDescriptor> read(YamlSection own) {
        Optional<String> file = either("file", own).flatMap(AlgorithmReader::fileName);
        Optional<String> format = either("format", own).flatMap(scalar -> scalar.oneOf(formats.stream().map(RunFormat::name).toList()));
        Optional<Character> separator = either("separator", own).flatMap(AlgorithmReader::separator);
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
        if (file.isEmpty() && either("file", own).isEmpty()) {
            own.problems().add(own.place() + ": file: is missing");
        }
        return file.map(name -> new AlgorithmDescriptor(
                name,
                format,
                separator.orElse(name.endsWith(".tsv") ? '\t' : ','),
                rows,
                scaleOutColumn.orElse(""),
                runtimeColumn.orElse(""),
                unit,
                stopped,
                measuredAt,
                outliers,
                properties));
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

    private static Optional<String> fileName(YamlScalar scalar) {
        String name = scalar.text();
        boolean inside = !name.isBlank()
                && !name.startsWith("/")
                && !name.contains("\\")
                && !name.contains(":")
                && name.chars().noneMatch(Character::isISOControl)
                && List.of(name.split("/", -1)).stream().noneMatch(part -> part.isBlank() || part.startsWith(".."));
        if (!inside) {
            scalar.reject("the name of a file inside the data set's folder");
            return Optional.empty();
        }
        return Optional.of(name);
    }

    private static Optional<Character> separator(YamlScalar scalar) {
        String text = scalar.text();
        if (text.equals("tab")) {
            return Optional.of('\t');
        }
        if (text.length() == 1 && "\"\r\n\0".indexOf(text.charAt(0)) < 0) {
            return Optional.of(text.charAt(0));
        }
        scalar.reject("one character, or tab");
        return Optional.empty();
    }
}
