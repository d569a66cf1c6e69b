package io.bellamy.data;

import io.bellamy.job.PropertyKind;
import io.bellamy.job.Role;
import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads where properties come from. */
final class PropertySourceReader {

    private static final String NODE = "node";
    private static final int MOST_PROPERTIES = 100;
    private static final int MOST_DIGITS = 15;

    private PropertySourceReader() {}

    /** The properties of an algorithm: what it says itself wins. */
    static Map<String, PropertySource> properties(YamlSection own, YamlSection defaults) {
        Map<String, PropertySource> properties = new LinkedHashMap<>();
        for (YamlSection section : List.of(defaults.section("properties"), own.section("properties"))) {
            for (String name : NamedEntries.fewEnough(section, MOST_PROPERTIES)) {
                source(section.section(name)).ifPresent(source -> properties.put(name, source));
            }
        }
        return properties;
    }

    private static Optional<PropertySource> source(YamlSection section) {
        Optional<PropertyKind> kind = section.scalar("kind").flatMap(scalar -> scalar.constant(PropertyKind.class));
        Optional<Role> role = section.scalar("role").flatMap(scalar -> scalar.constant(Role.class));
        Optional<Template> column =
                section.scalar("column").map(YamlScalar::text).map(Template::column);
        Optional<Template> constant =
                section.scalar("constant").map(YamlScalar::text).map(Template::constant);
        Optional<Template> template = section.scalar("template").flatMap(PropertySourceReader::template);
        Optional<SizeForm> unit = section.scalar("unit").flatMap(UnitWords::size);
        boolean perNode = section.scalar("per")
                .flatMap(scalar -> scalar.oneOf(List.of(NODE, "cluster")))
                .filter(NODE::equals)
                .isPresent();
        long given = List.of("column", "constant", "template").stream()
                .filter(section::has)
                .count();
        if (given != 1) {
            section.problems().add(section.place() + ": must have exactly one of column, constant, template");
        }
        Optional<Integer> digits = section.scalar("digits").flatMap(scalar -> scalar.integer(1, MOST_DIGITS));
        boolean amount = unit.isPresent() || perNode || digits.isPresent();
        if (amount && kind.isPresent() && kind.get() != PropertyKind.NUMBER) {
            section.scalar("kind").ifPresent(scalar -> scalar.reject("number beside unit, per: node and digits"));
        }
        section.rejectUnknownKeys();
        return column.or(() -> constant)
                .or(() -> template)
                .map(text -> new PropertySource(text, unit, kind, role, perNode, digits));
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
