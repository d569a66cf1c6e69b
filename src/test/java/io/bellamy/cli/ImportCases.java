package io.bellamy.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of the import share: a folder of its own, and logs of one's own making. */
abstract class ImportCases {

    static final Path LOGS = Path.of("src/test/resources/spark-logs");
    static final String SUBMIT = "org.apache.spark.deploy.SparkSubmit --class C app.jar";

    @TempDir
    Path folder;

    Bellamy run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("import", "spark", "--into", "mine"));
        all.addAll(List.of("--data-dir", folder.resolve("data").toString()));
        all.addAll(List.of(arguments));
        return Bellamy.run(all.toArray(String[]::new));
    }

    Path mine() {
        return folder.resolve("data/mine");
    }

    List<CSVRecord> rows() throws IOException {
        try (Reader in = Files.newBufferedReader(mine().resolve("runs.csv"))) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)
                    .getRecords();
        }
    }

    CSVRecord row(String application) throws IOException {
        return rows().stream()
                .filter(row -> row.get("application").equals(application))
                .reduce((one, other) -> {
                    throw new AssertionError("twice: " + application);
                })
                .orElseThrow();
    }

    static List<String> cells(CSVRecord row, String... columns) {
        return Stream.of(columns).map(row::get).toList();
    }

    /** A log of one's own making; all are of one time, so that nothing depends on the clock. */
    Path log(String name, String text) throws IOException {
        Path file = folder.resolve("logs").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_780_000_000_000L));
        return file;
    }

    Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> entries = Files.list(mine())) {
            for (Path entry : entries.toList()) {
                files.put(entry.getFileName().toString(), Files.readString(entry) + Files.getLastModifiedTime(entry));
            }
        }
        return files;
    }
}
