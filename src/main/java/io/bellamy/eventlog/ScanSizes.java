package io.bellamy.eventlog;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large the files are that SQL reads: plans say which accumulator has the size of what place, and the driver tells its
 * value. Of each place the largest counts, once; what the run itself wrote does not, nor what lies in a place that counts.
 */
final class ScanSizes {

    private static final Set<String> METRICS = Set.of("size of files read", "total data file size (bytes)");
    private static final Pattern WRITES = Pattern.compile("InsertInto\\w+Command ([^\\s,]+)");
    private static final Pattern PLACE = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern NUMBERED = Pattern.compile("#\\d+L?");

    private final Map<Long, String> placeOf = new HashMap<>();
    private final Map<String, Long> sizes = new LinkedHashMap<>();
    private final Set<String> written = new HashSet<>();

    /** A plan, whether the first one or one that took its place. */
    void planned(EventLine line) throws IOException {
        JsonFields.read(line, (field, json) -> {
            if (field.equals("sparkPlanInfo")) {
                node(json);
            }
            return true;
        });
    }

    /** What the driver knows. */
    void told(EventLine line) throws IOException {
        JsonFields.read(line, (field, json) -> {
            if (field.equals("accumUpdates")) {
                JsonFields.items(json, this::update);
            }
            return true;
        });
    }

    private void update(JsonParser json) throws IOException {
        List<Long> pair = new ArrayList<>();
        JsonFields.items(json, item -> pair.add(JsonFields.number(item)));
        String place = pair.size() == 2 ? placeOf.get(pair.get(0)) : null;
        if (place != null && written.stream().noneMatch(own -> place.equals(own) || isWithin(place, own))) {
            sizes.merge(place, pair.get(1), Math::max);
        }
    }

    private void node(JsonParser json) throws IOException {
        List<Long> sized = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        StringBuilder location = new StringBuilder();
        JsonFields.fields(json, (field, value) -> {
            switch (field) {
                case "simpleString" -> text.append(JsonFields.text(value));
                case "children" -> JsonFields.items(value, this::node);
                case "metadata" ->
                    JsonFields.fields(value, (name, meta) -> {
                        location.append(name.equals("Location") ? JsonFields.text(meta) : "");
                        return true;
                    });
                case "metrics" -> JsonFields.items(value, metric -> metric(metric, sized));
                default -> {}
            }
            return true;
        });
        Matcher writes = WRITES.matcher(text);
        if (writes.find()) {
            written.add(plain(writes.group(1)));
        }
        String place = location.length() > 0
                ? place(location.toString())
                : NUMBERED.matcher(text).replaceAll("");
        sized.forEach(accumulator -> placeOf.put(accumulator, place));
    }

    private static void metric(JsonParser json, List<Long> sized) throws IOException {
        List<Long> id = new ArrayList<>();
        List<String> name = new ArrayList<>();
        JsonFields.fields(json, (field, value) -> {
            switch (field) {
                case "name" -> name.add(JsonFields.text(value));
                case "accumulatorId" -> id.add(JsonFields.number(value));
                default -> {}
            }
            return true;
        });
        if (name.stream().anyMatch(METRICS::contains)) {
            sized.addAll(id);
        }
    }

    /** {@code InMemoryFileIndex(1 paths)[file:/data/a]} is {@code file:/data/a}. */
    private static String place(String location) {
        Matcher inBrackets = PLACE.matcher(location);
        return plain(inBrackets.find() ? inBrackets.group(1) : location);
    }

    private static String plain(String place) {
        String trimmed = place.strip();
        return trimmed.endsWith("/") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
    }

    /** Of all places together. */
    long bytes() {
        return sizes.entrySet().stream()
                .filter(one -> sizes.keySet().stream().noneMatch(other -> isWithin(one.getKey(), other)))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static boolean isWithin(String place, String other) {
        return place.startsWith(other) && place.length() > other.length() && place.charAt(other.length()) == '/';
    }
}
