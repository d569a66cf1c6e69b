package io.bellamy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** A data set of jobs that run every night, with a configuration that trains in a moment. */
final class NightlyJobs {

    private final Path folder;
    private final Random random = new Random(4);
    private final List<String> rows = new ArrayList<>(List.of("job,day,nodes,seconds,machine,size,args"));

    NightlyJobs(Path folder) throws IOException {
        this.folder = folder;
        Replaced.quickConfiguration(folder);
        describe("measured_at: {column: day}");
    }

    void describe(String time) throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve("data/mine")).resolve("dataset.yml"), """
                algorithms_from: {column: job}
                defaults:
                  file: runs.csv
                  scale_out: {column: nodes}
                  runtime: {column: seconds}
                  %s
                  properties:
                    machine_type: {column: machine}
                    slots: {constant: 4, per: node}
                    data_size_MB: {column: size}
                    job_args: {column: args}
                """.formatted(time));
    }

    /** What happens to a job on a night. */
    record Night(int number, int nodes, double size) {

        /** So many seconds on one machine are shared by all. */
        double shared(double seconds, double work) {
            return seconds + work * size / nodes;
        }
    }

    /** How long a night's run takes. */
    @FunctionalInterface
    interface RuntimeOfNight {
        double of(Night night);
    }

    /** One run each night, of about 3000 MB that grow by a share a night, on 8 machines mostly, with 2 % of noise. */
    NightlyJobs job(String name, String arguments, LocalDate first, int nights, double growth, RuntimeOfNight runtime) {
        for (int i = 0; i < nights; i++) {
            int nodes = List.of(8, 8, 4, 8, 8, 12).get(i % 6);
            long size = Math.round(3000 * Math.exp(growth * i + 0.05 * random.nextGaussian()));
            double seconds = runtime.of(new Night(i, nodes, size)) * Math.exp(0.02 * random.nextGaussian());
            run(name, first.plusDays(i).toString(), nodes, seconds, "large", size, arguments);
        }
        return this;
    }

    NightlyJobs run(String name, String day, int nodes, double seconds, String machine, long size, String arguments) {
        rows.add(String.format(
                Locale.ROOT,
                "%s,%s,%d,%.2f,\"%s\",%d,\"%s\"",
                name,
                day,
                nodes,
                seconds,
                machine,
                size,
                arguments.replace("\"", "\"\"")));
        return this;
    }

    NightlyJobs write() throws IOException {
        Files.write(folder.resolve("data/mine/runs.csv"), rows);
        return this;
    }

    /** Runs a command about the data set. */
    Bellamy bellamy(String command, String... more) {
        return Bellamy.run(arguments(command, more));
    }

    /** A command about the data set. */
    String[] arguments(String command, String... more) {
        return Stream.concat(
                        Stream.of(
                                command,
                                "-tt",
                                "mine",
                                "--config",
                                folder.resolve("config.yml").toString(),
                                "--data-dir",
                                folder.resolve("data").toString(),
                                "--models-dir",
                                folder.resolve("models").toString()),
                        Stream.of(more))
                .toArray(String[]::new);
    }
}
