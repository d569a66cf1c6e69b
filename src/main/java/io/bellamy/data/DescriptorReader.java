package io.bellamy.data;

import io.bellamy.data.AlgorithmDescriptor.RowFilter;
import io.bellamy.job.Name;
import io.bellamy.job.PropertyKind;
import io.bellamy.job.Role;
import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a dataset.yml. Under {@code defaults} stands what all algorithms share; what an algorithm says itself wins, key
 * by key and property by property.
 *
 * @param formats the names of the formats that data may have
 */
record DescriptorReader(List<String> formats) {

    /** Every algorithm has the properties of the defaults: thousands of both would be millions. */
    private static final int MOST_ALGORITHMS = 1000;

    private static final int MOST_PROPERTIES = 100;

    DatasetDescriptor read(YamlSection root) {
        root.scalar("title");
        String citation = root.scalar("citation").map(YamlScalar::text).orElse("");
        List<String> joins = root.scalars("joins").stream()
                .flatMap(scalar -> name(scalar).stream())
                .toList();
        YamlSection defaults = root.section("defaults");
        YamlSection listed = root.section("algorithms");
        Map<String, AlgorithmDescriptor> algorithms = new LinkedHashMap<>();
        boolean few = fewEnough(listed, MOST_ALGORITHMS) && fewEnough(defaults.section("properties"), MOST_PROPERTIES);
        for (String algorithm : few ? listed.keys() : Set.<String>of()) {
            Name.objection(algorithm)
                    .ifPresent(rule -> root.problems().add(listed.place(algorithm) + ": the name must be " + rule));
            algorithm(listed.section(algorithm), defaults).ifPresent(read -> algorithms.put(algorithm, read));
        }
        defaults.rejectUnknownKeys();
        root.rejectUnknownKeys();
        if (listed.isEmpty() == joins.isEmpty()) {
            root.problems().add(root.place() + ": must have either algorithms or joins");
        }
        return new DatasetDescriptor(citation, algorithms, joins);
    }

    private static Optional<String> name(YamlScalar scalar) {
        Optional<String> objection = Name.objection(scalar.text());
        objection.ifPresent(scalar::reject);
        return objection.isPresent() ? Optional.empty() : Optional.of(scalar.text());
    }

    private Optional<AlgorithmDescriptor> algorithm(YamlSection own, YamlSection defaults) {
        Optional<String> file = either("file", own, defaults).flatMap(DescriptorReader::fileName);
        Optional<String> format = either("format", own, defaults).flatMap(scalar -> scalar.oneOf(formats));
        Optional<Character> separator = either("separator", own, defaults).flatMap(DescriptorReader::separator);
        YamlSection scaleOut = section("scale_out", own, defaults);
        YamlSection runtime = section("runtime", own, defaults);
        Optional<String> scaleOutColumn = scaleOut.requiredScalar("column").map(YamlScalar::text);
        Optional<String> runtimeColumn = runtime.requiredScalar("column").map(YamlScalar::text);
        TimeUnit unit = runtime.scalar("unit")
                .flatMap(scalar -> scalar.constant(TimeUnit.class))
                .orElse(TimeUnit.S);
        YamlSection time = section("measured_at", own, defaults);
        Optional<String> measuredAt = time.isEmpty()
                ? Optional.empty()
                : time.requiredScalar("column").map(YamlScalar::text);
        OutlierRule outliers = either("outliers", own, defaults)
                .flatMap(scalar -> scalar.constant(OutlierRule.class))
                .orElse(OutlierRule.KEEP);
        Optional<RowFilter> rows = filter(section("rows", own, defaults));
        Optional<RowFilter> stopped = filter(section("stopped", own, defaults));
        Map<String, PropertySource> properties = new LinkedHashMap<>();
        properties(defaults.section("properties"), properties);
        properties(own.section("properties"), properties);
        List.of(scaleOut, runtime, time, own).forEach(YamlSection::rejectUnknownKeys);
        if (file.isEmpty() && either("file", own, defaults).isEmpty()) {
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

    private static Optional<YamlScalar> either(String key, YamlSection own, YamlSection defaults) {
        Optional<YamlScalar> common = defaults.scalar(key);
        return own.scalar(key).or(() -> common);
    }

    private static YamlSection section(String key, YamlSection own, YamlSection defaults) {
        YamlSection common = defaults.section(key);
        YamlSection section = own.section(key);
        return section.isEmpty() ? common : section;
    }

    private static Optional<RowFilter> filter(YamlSection rows) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> column = rows.requiredScalar("column").map(YamlScalar::text);
        Optional<String> equals = rows.requiredScalar("equals").map(YamlScalar::text);
        PropertyKind kind = kind(rows).orElse(PropertyKind.NAME);
        rows.rejectUnknownKeys();
        return column.flatMap(name -> equals.map(value -> new RowFilter(name, value, kind)));
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

    private static void properties(YamlSection section, Map<String, PropertySource> properties) {
        for (String name : fewEnough(section, MOST_PROPERTIES) ? section.keys() : Set.<String>of()) {
            source(section.section(name)).ifPresent(source -> properties.put(name, source));
        }
    }

    private static boolean fewEnough(YamlSection section, int most) {
        boolean few = section.keys().size() <= most;
        if (!few) {
            section.problems().add(section.place() + ": must have at most " + most + " entries");
        }
        return few;
    }

    private static Optional<PropertyKind> kind(YamlSection section) {
        return section.scalar("kind").flatMap(scalar -> scalar.constant(PropertyKind.class));
    }

    private static Optional<PropertySource> source(YamlSection section) {
        Optional<PropertyKind> kind = kind(section);
        Optional<Role> role = section.scalar("role").flatMap(scalar -> scalar.constant(Role.class));
        Optional<Template> column =
                section.scalar("column").map(YamlScalar::text).map(Template::column);
        Optional<Template> constant =
                section.scalar("constant").map(YamlScalar::text).map(Template::constant);
        Optional<Template> template = section.scalar("template").flatMap(DescriptorReader::template);
        Optional<SizeUnit> unit = section.scalar("unit").flatMap(scalar -> scalar.constant(SizeUnit.class));
        boolean perNode = section.scalar("per")
                .flatMap(scalar -> scalar.oneOf(List.of("node", "cluster")))
                .filter("node"::equals)
                .isPresent();
        long given = List.of("column", "constant", "template").stream()
                .filter(section::has)
                .count();
        if (given != 1) {
            section.problems().add(section.place() + ": must have exactly one of column, constant, template");
        }
        boolean amount = unit.isPresent() || perNode;
        if (amount && kind.isPresent() && kind.get() != PropertyKind.NUMBER) {
            section.scalar("kind").ifPresent(scalar -> scalar.reject("number beside unit and per: node"));
        }
        section.rejectUnknownKeys();
        return column.or(() -> constant)
                .or(() -> template)
                .map(text -> new PropertySource(text, unit, kind, role, perNode));
    }

    private static Optional<Template> template(YamlScalar scalar) {
        try {
            if (scalar.text().length() > ValueRules.LONGEST) {
                scalar.reject(ValueRules.NOT_LONGER);
                return Optional.empty();
            }
            return Optional.of(Template.parse(scalar.text()));
        } catch (IllegalArgumentException e) {
            scalar.reject(e.getMessage());
            return Optional.empty();
        }
    }
}
