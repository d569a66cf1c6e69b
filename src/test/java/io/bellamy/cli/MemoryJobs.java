package io.bellamy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A data set with a job that spills on small machines and dies on smaller ones: about 600 MB a machine and GB of input. */
final class MemoryJobs {

    static final String DESCRIPTION = """
            defaults:
              file: runs.csv
              scale_out: {column: nodes}
              runtime: {column: seconds}
              measured_at: {column: day}
              memory_use:
                spilled: {column: spilled, above: 0}
                died: {column: status, equals: oom}
              properties:
                machine_type: {column: machine}
                memory: {column: gib, unit: GiB, per: node}
                data_size_MB: {column: size}
            algorithms:
              wordcount: {}
            """;

    private static final String[] TYPES = {"small", "medium", "large"};
    private static final int[] GIB = {2, 6, 16};

    private final OwnFolder own;
    private final Path folder;
    private final Path config;

    MemoryJobs(Path folder) throws IOException {
        this(OwnFolder.in(folder), folder, folder.resolve("config.yml"));
        describe(DESCRIPTION);
        Files.write(folder.resolve("data/own/runs.csv"), rows());
    }

    private MemoryJobs(OwnFolder own, Path folder, Path config) {
        this.own = own;
        this.folder = folder;
        this.config = config;
    }

    /** The same with another configuration. */
    MemoryJobs with(Path other) {
        return new MemoryJobs(own, folder, other);
    }

    private String[] arguments(String command, String... more) {
        String[] arguments = own.arguments(command, more);
        for (int i = 1; i < arguments.length; i++) {
            if (arguments[i - 1].equals("--config")) {
                arguments[i] = config.toString();
            }
        }
        return arguments;
    }

    void describe(String description) throws IOException {
        Files.writeString(folder.resolve("data/own/dataset.yml"), description);
    }

    /** A run that dies has no runtime, and nobody knows what it had spilled by then. */
    static List<String> rows() {
        List<String> rows = new ArrayList<>(List.of("nodes,seconds,machine,gib,size,day,status,spilled"));
        Random random = new Random(4);
        for (int i = 0; i < 90; i++) {
            int type = i % 3;
            int nodes = 2 + 2 * random.nextInt(4);
            int size = 4000 << random.nextInt(4);
            double need = Math.log(0.6 * size / 1000 / Math.sqrt(nodes / 2.0)) + 0.1 * random.nextGaussian();
            double memory = Math.log(GIB[type]);
            boolean dies = memory < need - 1;
            double seconds = (20 + size / 40.0 / nodes) * Math.exp(0.03 * random.nextGaussian());
            rows.add(String.format(
                    Locale.ROOT,
                    "%d,%s,%s,%d,%d,2026-%02d-%02d,%s,%s",
                    nodes,
                    dies ? "" : String.format(Locale.ROOT, "%.1f", memory < need ? 1.4 * seconds : seconds),
                    TYPES[type],
                    GIB[type],
                    size,
                    1 + i / 28,
                    1 + i % 28,
                    dies ? "oom" : "ok",
                    dies ? "" : memory < need ? "12000000" : "0"));
        }
        return rows;
    }

    MemoryJobs pretrained() {
        Bellamy trained = own.pretrain("-a", "wordcount", "--quiet");
        if (trained.exitCode() != 0) {
            throw new AssertionError(trained.err());
        }
        return this;
    }

    Bellamy ask(String command, String request, String... more) {
        return Bellamy.runWithInput(request, OwnFolder.with(arguments(command, "-a", "wordcount", "-r", "-"), more));
    }

    Bellamy run(String command, String... more) {
        return Bellamy.run(arguments(command, more));
    }
}
