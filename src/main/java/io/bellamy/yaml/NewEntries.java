package io.bellamy.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Entries of a mapping as they are written where there were none. */
final class NewEntries {

    private static final String STEP = "  ";

    private NewEntries() {}

    /** On lines of their own, or of a section of this name. */
    static String lines(Map<String, String> values, Optional<String> section, String indent, String end) {
        StringBuilder lines = new StringBuilder();
        section.ifPresent(name -> lines.append(indent).append(name).append(':').append(end));
        values.forEach((key, value) -> lines.append(indent)
                .append(section.isPresent() ? STEP : "")
                .append(key)
                .append(": ")
                .append(value)
                .append(end));
        return lines.toString();
    }

    /** Between braces, in JSON with quotation marks. */
    static String flow(Map<String, String> values, Optional<String> section, boolean json) {
        List<String> entries = new ArrayList<>();
        values.forEach((key, value) -> entries.add(json ? "\"" + key + "\": " + json(value) : key + ": " + value));
        String all = String.join(", ", entries);
        return section.map(name -> (json ? "\"" + name + "\"" : name) + ": {" + all + "}")
                .orElse(all);
    }

    /** A number or a word of JSON as it is, any other text with quotation marks. */
    static String json(String value) {
        return value.matches("-?[0-9]+|true|false") ? value : "\"" + value + "\"";
    }
}
