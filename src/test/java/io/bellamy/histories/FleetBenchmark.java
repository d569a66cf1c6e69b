package io.bellamy.histories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Pretrains a fleet, then only what changed, then nothing, and scores what the models say. */
@Command(
        name = "fleet.sh",
        mixinStandardHelpOptions = true,
        description = "Times nights of a fleet of made-up jobs, and sets the answers beside the truth.",
        sortOptions = false)
public final class FleetBenchmark implements Callable<Integer> {

    @Mixin
    private ProgramParameters parameters = new ProgramParameters();

    @Option(names = "--jobs", paramLabel = "N", description = "default: ${DEFAULT-VALUE}")
    private int jobs = 1000;

    @Option(names = "--runs", paramLabel = "N", description = "of each (default: ${DEFAULT-VALUE})")
    private int runs = 60;

    @Option(
            names = "--changed",
            paramLabel = "N",
            description = "so many run once more before the second night (default: ${DEFAULT-VALUE})")
    private int changed = 10;

    @Option(names = "--seed", paramLabel = "N", description = "of the fleet (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(
            names = "--only-write",
            paramLabel = "DIR",
            description = "write both nights' data there, as first and second, and end")
    private Optional<Path> written = Optional.empty();

    private Launcher launcher() {
        return new Launcher(parameters.program(), Optional.empty(), 1);
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new FleetBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Path first = written.orElse(parameters.work()).resolve("first");
        Path second = written.orElse(parameters.work()).resolve("second");
        FleetMaker maker = new FleetMaker(jobs, runs, seed);
        HistoryFolder.write(maker.fleet(), first);
        HistoryFolder.write(maker.fleet(changed), second);
        if (written.isPresent()) {
            return 0;
        }
        // as written in the evening
        for (Path night : new Path[] {first, second}) {
            Files.setLastModifiedTime(
                    night.resolve("before/fleet/runs.csv"),
                    FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        }
        boolean good = night(jobs + " jobs of " + runs + " runs, all new", first);
        good &= night(changed + " changed", second);
        good &= night("none changed", second);
        Path answers = parameters.work().resolve("answers.jsonl");
        good &= launcher().predict(second.resolve("requests.jsonl"), second.resolve("now"), parameters.work(), answers);
        HistoryScore.read(second, answers).forEach((group, all) -> {
            HistoryScore score = HistoryScore.of(all);
            System.out.printf(
                    Locale.ROOT, "log error %.4f, 90 %% intervals hold %.3f%n", score.logError(), score.held());
        });
        return good ? 0 : 1;
    }

    private boolean night(String what, Path data) throws IOException {
        long start = System.nanoTime();
        boolean good = launcher()
                .start(
                        parameters.work().resolve("pretrain.out"),
                        "pretrain",
                        "-tt",
                        "fleet",
                        "-a",
                        "all",
                        "--if-stale",
                        "--data-dir",
                        data.resolve("before").toString(),
                        "--models-dir",
                        parameters.work().resolve("models").toString());
        System.out.printf(Locale.ROOT, "%-40s %8.1f s%n", what, (System.nanoTime() - start) / 1e9);
        return good;
    }
}
