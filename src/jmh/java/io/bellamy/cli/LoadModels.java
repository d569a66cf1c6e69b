package io.bellamy.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The data and the versions of a model that a service answers from while they are changed.
 *
 * @param folder that src/bench/serve.sh prepares
 */
record LoadModels(Path folder) {

    private static final int SAMPLE = 20;

    /** How many answers of the service are those of the command line, of so many models and states of the data. */
    record Agreement(int same, int all, int models, int states) {}

    List<String> versions() throws IOException {
        try (Stream<Path> folders = Files.list(folder.resolve("models/c3o/grep"))) {
            return folders.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("\\d{8}T.*"))
                    .sorted()
                    .toList();
        }
    }

    void publish(String version) {
        Bellamy done = Bellamy.run(
                "models",
                "rollback",
                version,
                "-tt",
                "c3o",
                "-a",
                "grep",
                "--wait",
                "--models-dir",
                folder.resolve("models").toString());
        if (done.exitCode() != 0) {
            throw new IllegalStateException(done.err());
        }
    }

    private Path model(String version) {
        return folder.resolve("models/c3o/grep").resolve(version).resolve("ensemble.json");
    }

    /** Makes it half a file, and gives what there was. */
    byte[] damage(String version) throws IOException {
        byte[] whole = Files.readAllBytes(model(version));
        Files.writeString(model(version), "{");
        return whole;
    }

    /** Puts back what there was. */
    void mend(String version, byte[] whole) throws IOException {
        Files.write(model(version), whole);
    }

    void replaceData() throws IOException {
        Path data = folder.resolve("data/c3o/grep.csv");
        Path next = Files.copy(data, folder.resolve("next.csv"), StandardCopyOption.REPLACE_EXISTING);
        List<String> rows = Files.readAllLines(data);
        Files.writeString(next, rows.get(rows.size() - 1) + "\n", StandardOpenOption.APPEND);
        Files.copy(data, folder.resolve("before.csv"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(next, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Holds a sample of answers against the command line at each version, whole or damaged, and state of the data. */
    Agreement agreement(Map<String, Map<Integer, Set<String>>> answers) throws IOException {
        int same = 0;
        int all = 0;
        Path data = folder.resolve("data/c3o/grep.csv");
        String now = Files.readString(data);
        List<String> states = Files.exists(folder.resolve("before.csv"))
                ? List.of(now, Files.readString(folder.resolve("before.csv")))
                : List.of(now);
        for (String version : versions()) {
            publish(version);
            for (String state : states) {
                Files.writeString(data, state);
                for (boolean damaged : List.of(false, true)) {
                    byte[] whole = damaged ? damage(version) : new byte[0];
                    for (int kind = 0; kind < SAMPLE; kind++) {
                        String text = byCommand(kind);
                        Set<String> said = answers.getOrDefault(
                                        LoadTraffic.made(new ObjectMapper().readTree(text)), Map.of())
                                .getOrDefault(kind, Set.of());
                        all += said.size();
                        same += said.contains(ServedFolder.ageless(text)) ? 1 : 0;
                    }
                    if (damaged) {
                        mend(version, whole);
                    }
                }
            }
        }
        Files.writeString(data, now);
        return new Agreement(same, all, versions().size(), states.size());
    }

    private String byCommand(int kind) {
        return Bellamy.runWithInput(
                        LoadTraffic.request(kind),
                        "predict",
                        "-o",
                        "json",
                        "-r",
                        "-",
                        "--data-dir",
                        folder.resolve("data").toString(),
                        "--models-dir",
                        folder.resolve("models").toString())
                .out();
    }
}
