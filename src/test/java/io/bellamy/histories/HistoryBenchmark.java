package io.bellamy.histories;

import io.bellamy.histories.HistoryScore.Scored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Pretrains on histories, asks and scores. */
@Command(
        name = "histories.sh",
        mixinStandardHelpOptions = true,
        description = "Pretrains on made-up histories, asks, and sets the answers beside the truth.",
        sortOptions = false)
public final class HistoryBenchmark implements Callable<Integer> {

    private static final String ROW = "%-9s %-11s %-20s %9s %9s %8s %8s %8s %11s  %s%n";

    @Parameters(index = "0", hidden = true)
    private Path program;

    @Parameters(index = "1", hidden = true)
    private Path work;

    @Option(names = "--laws", split = ",", paramLabel = "LAW", description = "${COMPLETION-CANDIDATES} (default: all)")
    private List<Law> laws = List.of(Law.values());

    @Option(
            names = "--kinds",
            split = ",",
            paramLabel = "KIND",
            description = "${COMPLETION-CANDIDATES} (default: all)")
    private List<Kind> kinds = List.of(Kind.values());

    @Option(names = "--seeds", split = ",", paramLabel = "N", description = "of the histories (default: 1)")
    private List<Long> seeds = List.of(1L);

    @Option(
            names = "--of",
            paramLabel = "DIR",
            description = "score the histories in this folder instead of making any")
    private Optional<Path> given = Optional.empty();

    @Option(names = "--only-write", paramLabel = "DIR", description = "write the histories there, and end")
    private Optional<Path> written = Optional.empty();

    @Option(names = "--config", paramLabel = "FILE", description = "the program's configuration")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "of the program (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    private final Map<Group, List<Scored>> scored = new LinkedHashMap<>();
    private int asked;
    private int failures;

    private record Group(String law, String history, String name) {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new HistoryBenchmark())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        if (given.isPresent()) {
            for (Path history : histories(given.get())) {
                score(given.get().toRealPath().getFileName().toString(), history);
            }
        } else {
            for (long one : seeds) {
                for (Law law : laws) {
                    make(law, one, written.orElse(work));
                }
            }
        }
        if (written.isEmpty()) {
            print();
        }
        return failures == 0 ? 0 : 1;
    }

    private static List<Path> histories(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.exists(file.resolve("truth.csv")))
                    .sorted()
                    .toList();
        }
    }

    private void make(Law law, long one, Path folder) throws IOException {
        for (Kind kind : kinds) {
            Path home = folder.resolve(law + "-" + one).resolve(kind.toString());
            HistoryFolder.write(kind.history(law, one), home);
            if (written.isEmpty()) {
                score(law.toString(), home);
            }
        }
    }

    private void score(String law, Path history) throws IOException {
        String name = history.getFileName().toString();
        Path place = Files.createDirectories(work.resolve("answers").resolve(String.valueOf(asked++)));
        Path answers = place.resolve("answers.jsonl");
        Launcher launcher = new Launcher(program, config, seed);
        boolean pretrained = launcher.pretrain(name, history.resolve("before"), place);
        boolean answered = launcher.predict(history.resolve("requests.jsonl"), history.resolve("now"), place, answers);
        failures += pretrained && answered ? 0 : 1;
        HistoryScore.read(history, answers)
                .forEach((group, all) -> scored.computeIfAbsent(new Group(law, name, group), any -> new ArrayList<>())
                        .addAll(all));
    }

    private void print() {
        System.out.printf(
                ROW, "law", "history", "group", "log error", "MRE", "held", "width", "outside", "unanswered", "aim");
        scored.forEach((group, all) -> {
            HistoryScore score = HistoryScore.of(all);
            Aim aim = Aim.of(group.history(), group.name());
            System.out.printf(
                    ROW,
                    group.law(),
                    group.history(),
                    group.name(),
                    shown(score.logError(), 3) + (aim.isNearEnough(score.logError()) ? " " : "*"),
                    shown(score.relativeError(), 3),
                    shown(score.held(), 2) + (aim.isSureEnough(score.held()) ? " " : "*"),
                    shown(score.width(), 2),
                    score.outside(),
                    score.unanswered() + " of " + score.asked(),
                    aim);
        });
        System.out.println("* misses its aim: the greatest log error, the share of runs that 90 % intervals hold");
    }

    private static String shown(double value, int digits) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
