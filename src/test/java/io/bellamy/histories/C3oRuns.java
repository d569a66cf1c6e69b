package io.bellamy.histories;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rows of C3O, and how requests speak of them. */
final class C3oRuns {

    static final Path HOME = Path.of("data/c3o");
    static final List<String> ALGORITHMS = List.of("grep", "sort", "sgd", "kmeans", "pagerank");
    static final String MACHINES = "instance_count";
    static final String SECONDS = "gross_runtime";

    /** The two that are amounts of the whole cluster. */
    static final List<String> AMOUNTS = List.of("slots", "memory");

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(:float)?(?::int)?\\}");

    private C3oRuns() {}

    static Rows read(String algorithm) throws IOException {
        return Rows.read(HOME.resolve(algorithm + ".csv"));
    }

    /** What runs of one context share. */
    static Map<String, String> context(Map<String, String> row) {
        Map<String, String> context = new LinkedHashMap<>(row);
        context.keySet().removeAll(AMOUNTS);
        context.keySet().removeAll(List.of(MACHINES, SECONDS));
        return context;
    }

    /** The rows of each context, in the order of the first ones. */
    static Map<Map<String, String>, List<Map<String, String>>> byContext(Rows rows) {
        return rows.rows().stream()
                .collect(Collectors.groupingBy(C3oRuns::context, LinkedHashMap::new, Collectors.toList()));
    }

    /** The question about a row's context, with the amounts of its machines. */
    static Map<String, Object> request(
            String target, String algorithm, Map<String, Object> properties, Map<String, String> row) {
        Map<String, Object> essential = new LinkedHashMap<>();
        for (String name : List.of("machine_type", "environment", "data_size_MB", "job_args", "data_characteristics")) {
            essential.put(name, value(properties.get(name), row));
        }
        int machines = Integer.parseInt(row.get(MACHINES));
        Map<String, Object> amounts = AMOUNTS.stream()
                .collect(Collectors.toMap(amount -> amount, amount -> Double.parseDouble(row.get(amount)) / machines));
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("training_target", target);
        request.put("algorithm", algorithm);
        request.put("min_scale_out", 2);
        request.put("max_scale_out", 12);
        request.put("essential_properties", essential);
        request.put("optional_properties_per_node", amounts);
        return request;
    }

    /** As the description of the data says. */
    private static String value(Object source, Map<String, String> row) {
        Map<?, ?> described = (Map<?, ?>) source;
        if (described.containsKey("constant")) {
            return described.get("constant").toString();
        }
        if (described.containsKey("column")) {
            return row.get(described.get("column").toString());
        }
        return PLACE.matcher(described.get("template").toString()).replaceAll(place -> {
            String cell = row.get(place.group(1));
            return place.group(2) == null || cell.contains(".") ? cell : cell + ".0";
        });
    }

    /** The properties of an algorithm, its own and those that all have. */
    static Map<String, Object> properties(Map<String, Object> description, String algorithm) {
        Map<String, Object> all = new LinkedHashMap<>(inside(description, "defaults", "properties"));
        all.putAll(inside(description, "algorithms", algorithm, "properties"));
        return all;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> inside(Map<String, Object> description, String... keys) {
        Map<String, Object> part = description;
        for (String key : keys) {
            part = (Map<String, Object>) part.get(key);
        }
        return part;
    }
}
