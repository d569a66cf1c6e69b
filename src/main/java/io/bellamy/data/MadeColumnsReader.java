package io.bellamy.data;

import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            for (String name : Named.fewEnough(section, MOST)) {
                if (!LOOKUP.matcher(name).matches()) {
                    section.problems()
                            .add(section.place(name) + ": the name must be letters, digits and '_', beginning with a"
                                    + " letter or '_', since its columns are " + "NAME.COLUMN");
                }
                lookup(section.section(name)).ifPresent(lookup -> lookups.put(name, lookup));
            }
        }
        return new MadeColumns(lookups);
    }

    private Optional<Lookup> lookup(YamlSection section) {
        Optional<TableForm> form = new TableFormReader(formats).read(section, section);
        Optional<String> column = section.requiredScalar("column").map(YamlScalar::text);
        Optional<String> key = section.scalar("key").map(YamlScalar::text).or(() -> column);
        section.rejectUnknownKeys();
        return form.flatMap(table ->
                column.flatMap(name -> key.map(found -> new Lookup(table, name, found))));
    }
}
