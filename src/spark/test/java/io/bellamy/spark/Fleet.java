package io.bellamy.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Some jobs of different sizes, one of them with data that are broken, and models of theirs; all in a folder of its owner's alone. */
final class Fleet {

    static final String BROKEN = "broken";

    private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rwx------");

    private final Path folder;
    private final int jobs;

    /**
     * Writes the data.
     *
     * @param jobs how many are whole
     */
    Fleet(Path folder, int jobs) {
        this.folder = folder;
        this.jobs = jobs;
        try {
            Files.setPosixFilePermissions(folder, OWN);
            Path home = Files.createDirectories(folder.resolve("data/fleet"));
            StringBuilder description = new StringBuilder("""
                    defaults:
                      scale_out: {column: nodes}
                      runtime: {column: seconds}
                      properties:
                        data_size_MB: {column: size}
                        job_args: {column: args}
                    algorithms:
                    """);
            for (int job = 0; job < jobs; job++) {
                Files.write(home.resolve(name(job) + ".csv"), rows(job));
                description
                        .append("  ")
                        .append(name(job))
                        .append(": {file: ")
                        .append(name(job))
                        .append(".csv}\n");
            }
            Files.writeString(home.resolve(BROKEN + ".csv"), "nodes,size,args,seconds\n2,100,a,soon\n");
            description
                    .append("  ")
                    .append(BROKEN)
                    .append(": {file: ")
                    .append(BROKEN)
                    .append(".csv}\n");
            Files.writeString(home.resolve("dataset.yml"), description);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(int job) {
        return "job-" + job;
    }

    private static List<String> rows(int job) {
        List<String> rows = new ArrayList<>(List.of("nodes,size,args,seconds"));
        for (int run = 0; run < 12 + 6 * job; run++) {
            int nodes = 2 + 2 * (run % 5);
            int size = 900 + 50 * (run % 7);
            double seconds = 20 + job + size * (0.1 + 0.01 * (run % 3)) / nodes;
            rows.add(String.format(Locale.ROOT, "%d,%d,%s,%.1f", nodes, size, "abc".charAt(run % 3), seconds));
        }
        return rows;
    }

    Path folder() {
        return folder;
    }

    /** The arguments by which all jobs are pretrained. */
    List<String> arguments(String models, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "pretrain",
                "-tt",
                "fleet",
                "-a",
                "all",
                "--config",
                Cluster.HOME.resolve("src/test/resources/stored/config.yml").toString(),
                "--data-dir",
                folder.resolve("data").toString(),
                "--models-dir",
                folder.resolve(models).toString()));
        arguments.addAll(List.of(more));
        return arguments;
    }

    /** Pretrains them on this machine alone. */
    OneMachine onOneMachine(String models, String... more) {
        return OneMachine.run(folder, arguments(models, more));
    }

    /** The digests of all files of the models that answer, but for the manifests, which tell the time. */
    Map<String, String> published(String models) {
        Map<String, String> digests = new TreeMap<>();
        Stream.concat(
                        Stream.of("all"),
                        Stream.iterate(0, job -> job < jobs, job -> job + 1).map(Fleet::name))
                .forEach(name -> digests.put(
                        name, digests(folder.resolve(models).resolve("fleet").resolve(name))));
        return digests;
    }

    private static String digests(Path versions) {
        try {
            String manifest = Files.readString(versions.resolve(
                            Files.readString(versions.resolve("latest")).strip())
                    .resolve("manifest.json"));
            return manifest.substring(manifest.indexOf("\"files\""));
        } catch (IOException e) {
            return "none: " + e;
        }
    }
}
