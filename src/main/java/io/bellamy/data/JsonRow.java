package io.bellamy.data;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A line of JSON, of which only the values that are used are kept. What is null, or not there, is blank. */
final class JsonRow implements SourceRow {

    private final long line;
    private final Set<String> wanted;
    private final Map<String, String> values = new HashMap<>();

    /** Columns with something that is no single value, and what that is. */
    private final Map<String, String> wrong = new HashMap<>();

    JsonRow(long line, Set<String> wanted) {
        this.line = line;
        this.wanted = wanted;
    }

    /**
     * Reads the object that a parser has begun.
     *
     * @param seen is told of the way to each value
     */
    void fill(JsonParser parser, Consumer<String> seen) throws IOException {
        object("", parser, seen);
    }

    private void object(String way, JsonParser parser, Consumer<String> seen) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String below = way.isEmpty() ? parser.currentName() : way + "." + parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT) {
                put(below, "{...}", wrong);
                object(below, parser, seen);
            } else if (value == JsonToken.START_ARRAY) {
                put(below, "[...]", wrong);
                parser.skipChildren();
            } else {
                seen.accept(below);
                put(below, value == JsonToken.VALUE_NULL ? "" : parser.getText().strip(), values);
            }
        }
    }

    /** Two ways that are the same, as with a key that has a point, leave open which is meant. */
    private void put(String way, String value, Map<String, String> where) {
        if (wanted.contains(way)) {
            boolean twice = values.containsKey(way) || wrong.containsKey(way);
            (twice ? wrong : where).put(way, twice ? "two values" : value);
        }
    }

    /** The columns that are there. */
    Set<String> found() {
        Set<String> found = new HashSet<>(values.keySet());
        found.addAll(wrong.keySet());
        return found;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public String get(String column) throws BadValue {
        if (wrong.containsKey(column)) {
            throw new BadValue(column, wrong.get(column), "a single value");
        }
        return values.getOrDefault(column, "");
    }
}
