package io.bellamy.histories;

import io.bellamy.data.DatasetCatalog;
import io.bellamy.data.ValueRules;
import io.bellamy.problem.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks about one job of a large history in Parquet. */
@Command(
        name = "large.sh",
        mixinStandardHelpOptions = true,
        description = "Times what one job costs among the runs of many, sorted by job and by night.",
        sortOptions = false)
public final class LargeBenchmark implements Callable<Integer> {

    private static final String TARGET = "large";

    @Mixin
    private ProgramParameters parameters = new ProgramParameters();

    @Option(names = "--jobs", paramLabel = "N", description = "default: ${DEFAULT-VALUE}")
    private int jobs = 10_000;

    @Option(names = "--runs", paramLabel = "N", description = "of each (default: ${DEFAULT-VALUE})")
    private int runs = 1000;

    @Option(names = "--parts", paramLabel = "N", description = "files (default: ${DEFAULT-VALUE})")
    private int parts = 10;

    @Option(names = "--rounds", paramLabel = "N", description = "default: ${DEFAULT-VALUE}")
    private int rounds = 5;

    @Option(names = "--seed", paramLabel = "N", description = "of the history (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--read-only", description = "only read the job, and start no program")
    private boolean readOnly;

    @Option(names = "--data", paramLabel = "DIR", description = "keep the data there, or take what is there")
    private Optional<Path> data = Optional.empty();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new LargeBenchmark()).execute(arguments));
    }

    private String algorithm() {
        return String.format(Locale.ROOT, "team-%02d-job-%05d", jobs / 2 % 40, jobs / 2);
    }

    /** Something that is timed. */
    @FunctionalInterface
    private interface Timed {
        boolean run() throws IOException;
    }

    @Override
    public Integer call() throws IOException {
        boolean good = true;
        for (boolean sorted : new boolean[] {true, false}) {
            String name = sorted ? "by-job" : "by-night";
            Path folder = data.orElse(parameters.work()).resolve(name);
            if (!Files.isDirectory(folder)) {
                new LargeHistory(jobs, runs, parts, seed).write(folder, sorted);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s: %,d runs of %,d jobs, %,d bytes%n",
                    name,
                    (long) jobs * runs,
                    jobs,
                    bytes(folder));
            good &= time(name + ", reading alone, by a new catalog", () -> read(folder));
            if (!readOnly) {
                good &= once(name + ", pretrain one job", () -> start(folder, "pretrain", "-a", algorithm()));
                good &= time(
                        name + ", pretrain it again if it is stale",
                        () -> start(folder, "pretrain", "-a", algorithm(), "--if-stale"));
                Path request =
                        Files.writeString(parameters.work().resolve("request.yml"), """
                        training_target: %s
                        algorithm: %s
                        min_scale_out: 2
                        max_scale_out: 16
                        essential_properties: {machine_type: m5.xlarge, data_size_MB: 20000}
                        """.formatted(TARGET, algorithm()));
                good &= time(name + ", predict", () -> predict(folder, request));
            }
        }
        return good ? 0 : 1;
    }

    private boolean read(Path folder) {
        DatasetCatalog catalog =
                new DatasetCatalog(folder, DatasetCatalog.FORMATS, new AnyValue(), Limits.DEFAULTS, Clock.systemUTC());
        return catalog.load(TARGET, algorithm()).runs().size() == runs;
    }

    private boolean start(Path folder, String... arguments) throws IOException {
        return launch(
                Stream.concat(Stream.of(arguments), Stream.of("-tt", TARGET)).toList(), folder);
    }

    private boolean predict(Path folder, Path request) throws IOException {
        return launch(List.of("predict", "-r", request.toString()), folder);
    }

    private boolean launch(List<String> arguments, Path folder) throws IOException {
        String[] all = Stream.concat(
                        arguments.stream(),
                        Stream.of(
                                "--data-dir",
                                folder.toString(),
                                "--models-dir",
                                parameters
                                        .work()
                                        .resolve("models-" + folder.getFileName())
                                        .toString()))
                .toArray(String[]::new);
        return new Launcher(parameters.program(), Optional.empty(), 1)
                .start(parameters.work().resolve("out"), all);
    }

    private static boolean once(String what, Timed timed) throws IOException {
        return time(what, 1, timed);
    }

    private boolean time(String what, Timed timed) throws IOException {
        return time(what, rounds, timed);
    }

    private static boolean time(String what, int rounds, Timed timed) throws IOException {
        boolean good = true;
        double[] seconds = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            good &= timed.run();
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        double first = seconds[0];
        Arrays.sort(seconds);
        System.out.printf(
                Locale.ROOT,
                "  %-48s %7.3f s (first %.3f, %.3f to %.3f)%n",
                what,
                seconds[rounds / 2],
                first,
                seconds[0],
                seconds[rounds - 1]);
        return good;
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** Every value will do. */
    private static final class AnyValue implements ValueRules {

        @Override
        public Optional<String> objection(String property, String value) {
            return Optional.empty();
        }

        @Override
        public List<String> names() {
            return List.of("machine_type", "data_size_MB");
        }

        @Override
        public boolean isNumber(String property) {
            return property.equals("data_size_MB");
        }
    }
}
