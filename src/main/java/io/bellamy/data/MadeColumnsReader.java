package io.bellamy.data;

import io.bellamy.problem.Quoted;
import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads how columns are made that a file does not have.
 *
 * @param formats that files may have
 */
record MadeColumnsReader(Formats formats) {

    private static final int MOST = 100;
    private static final Pattern LOOKUP = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");

    /** What an algorithm says itself wins over the defaults, name by name. */
    MadeColumns read(YamlSection own, YamlSection defaults) {
        Map<String, Lookup> lookups = new LinkedHashMap<>();
        for (YamlSection section : List.of(defaults.section("lookups"), own.section("lookups"))) {
            for (String name : NamedEntries.fewEnough(section, MOST)) {
                if (!LOOKUP.matcher(name).matches()) {
                    section.problems()
                            .add(section.place(name) + ": the name must be letters, digits and '_', beginning with a"
                                    + " letter or '_', since its columns are named NAME.COLUMN");
                }
                lookup(section.section(name)).ifPresent(lookup -> lookups.put(name, lookup));
            }
        }
        Map<String, Formula> computed = new LinkedHashMap<>();
        for (YamlSection section : List.of(defaults.section("computed"), own.section("computed"))) {
            for (String name : NamedEntries.fewEnough(section, MOST)) {
                section.requiredScalar(name)
                        .flatMap(MadeColumnsReader::formula)
                        .ifPresent(formula -> computed.put(name, formula));
                if (new MadeColumns(lookups, Map.of()).isMade(name)) {
                    section.problems().add(section.place(name) + ": is a column of a look-up already");
                }
            }
        }
        rejectCircles(computed, own.has("computed") ? own.section("computed") : defaults.section("computed"));
        return new MadeColumns(lookups, computed);
    }

    /** What stands above can be used below, so that nothing is computed from itself. */
    private static void rejectCircles(Map<String, Formula> computed, YamlSection section) {
        Set<String> above = new HashSet<>();
        computed.forEach((name, formula) -> {
            formula.columns().stream()
                    .filter(column -> computed.containsKey(column) && !above.contains(column))
                    .forEach(column -> section.problems()
                            .add(section.place(name) + ": column " + Quoted.of(column)
                                    + " is computed itself, and must stand above where it is used"));
            above.add(name);
        });
    }

    private static Optional<Formula> formula(YamlScalar scalar) {
        try {
            return Optional.of(FormulaParser.parse(scalar.text()));
        } catch (IllegalArgumentException e) {
            scalar.reject(e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Lookup> lookup(YamlSection section) {
        Optional<TableForm> form = new TableFormReader(formats).read(section, section);
        Optional<String> column = section.requiredScalar("column").map(YamlScalar::text);
        Optional<String> key = section.scalar("key").map(YamlScalar::text).or(() -> column);
        section.rejectUnknownKeys();
        return form.flatMap(table -> column.flatMap(name -> key.map(found -> new Lookup(table, name, found))));
    }
}
