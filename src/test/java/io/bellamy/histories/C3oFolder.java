package io.bellamy.histories;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;

/**
 * Writes a data set that was made from C3O, {@code FOLDER/NAME}, described as that is; and beside it, where runs were held
 * out, {@code requests.jsonl} and {@code measured.csv} with these. Not thread-safe.
 */
final class C3oFolder {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final String name;
    private final Map<String, Object> original;
    private final Map<String, Object> algorithms = new LinkedHashMap<>();
    private final List<String> requests = new ArrayList<>();
    private final List<String> measured = new ArrayList<>(List.of(Measurement.HEADER));

    C3oFolder(Path folder, String name) throws IOException {
        this.folder = folder;
        this.name = name;
        original = new Yaml().load(Files.readString(C3oRuns.HOME.resolve("dataset.yml")));
        Files.createDirectories(folder.resolve(name));
    }

    /** Runs of an algorithm of C3O, under that name or another one. */
    void write(String algorithm, String as, Rows rows) throws IOException {
        Map<String, Object> described = new LinkedHashMap<>(C3oRuns.inside(original, "algorithms", algorithm));
        described.put("file", as + ".csv");
        algorithms.put(as, described);
        rows.write(folder.resolve(name).resolve(as + ".csv"));
    }

    /** Runs of a context that are not known when it is asked about; so many others of it are. */
    void hold(String algorithm, int known, List<Map<String, String>> rows, Optional<String> day) throws IOException {
        for (Map<String, String> row : rows) {
            measured.add(new Measurement(
                            requests.size(),
                            known,
                            Integer.parseInt(row.get(C3oRuns.MACHINES)),
                            Double.parseDouble(row.get(C3oRuns.SECONDS)))
                    .row());
        }
        Map<String, Object> request =
                C3oRuns.request(name, algorithm, C3oRuns.properties(original, algorithm), rows.get(0));
        day.ifPresent(night -> request.put("day", night));
        requests.add(JSON.writeValueAsString(request));
    }

    /** What is the same for all algorithms, with more of it. */
    void finish(Map<String, Object> more) throws IOException {
        Map<String, Object> defaults = new LinkedHashMap<>(C3oRuns.inside(original, "defaults"));
        defaults.putAll(more);
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("title", "Made from C3O");
        description.put("defaults", defaults);
        description.put("algorithms", algorithms);
        Files.writeString(folder.resolve(name).resolve("dataset.yml"), new Yaml().dump(description));
        if (!requests.isEmpty()) {
            Files.write(folder.resolve("requests.jsonl"), requests);
            Files.write(folder.resolve("measured.csv"), measured);
        }
    }
}
