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
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Pretrains on histories, asks and scores. */
@Command(
        name = "histories.sh",
        mixinStandardHelpOptions = true,
        description = "Pretrains on made-up histories, asks, and sets the answers beside the truth.",
        sortOptions = false)
public final class HistoryBenchmark implements Callable<Integer> {

    private static final String ROW = "%-8s %-11s %-20s %10s %8s %8s %8s %8s %11s  %s%n";

    @Mixin
    private ProgramParameters parameters = new ProgramParameters();

    @Option(names = "--laws", split = ",", paramLabel = "LAW", description = "${COMPLETION-CANDIDATES} (default: all)")
    private List<Law> laws = List.of(Law.values());

    @Option(
            names = "--kinds",
            split = ",",
            paramLabel = "KIND",
            description = "${COMPLETION-CANDIDATES} (default: all)")
    private List<Kind> kinds = List.of();

    @Option(names = "--seeds", split = ",", paramLabel = "N", description = "of the histories (default: 1)")
    private List<Long> seeds = List.of(1L);

    @Option(
            names = "--of",
            paramLabel = "DIR",
            description = "score the histories in this folder instead of making any")
    private Optional<Path> given = Optional.empty();

    @Option(names = "--only-write", paramLabel = "DIR", description = "write the histories there, and end")
    private Optional<Path> written = Optional.empty();

    @Mixin
    private ProgramSettings settings = new ProgramSettings();

    private int asked;
    private int failures;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new HistoryBenchmark())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        if (written.isEmpty()) {
            System.out.printf(
                    ROW,
                    "law",
                    "history",
                    "group",
                    "log error ",
                    "MRE",
                    "held ",
                    "width",
                    "outside",
                    "unanswered",
                    "aim");
        }
        if (given.isPresent()) {
            for (Path history : histories(given.get())) {
                print("", history.getFileName().toString(), scored(history));
            }
        } else {
            make(written.orElse(parameters.work()));
        }
        if (written.isEmpty()) {
            System.out.println("* misses its aim: the greatest log error, the share of runs that 90 % intervals hold");
        }
        return failures == 0 ? 0 : 1;
    }

    private List<Path> histories(Path folder) throws IOException {
        Set<String> names = kinds.stream().map(Kind::toString).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.exists(file.resolve("truth.csv")))
                    .filter(file ->
                            kinds.isEmpty() || names.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private void make(Path folder) throws IOException {
        for (Law law : laws) {
            for (Kind kind : kinds.isEmpty() ? List.of(Kind.values()) : kinds) {
                Map<String, List<Scored>> groups = new LinkedHashMap<>();
                for (long one : seeds) {
                    Path home = folder.resolve(law + "-" + one).resolve(kind.toString());
                    HistoryFolder.write(kind.history(law, one), home);
                    if (written.isEmpty()) {
                        scored(home).forEach((group, all) -> groups.computeIfAbsent(group, any -> new ArrayList<>())
                                .addAll(all));
                    }
                }
                print(law.toString(), kind.toString(), groups);
            }
        }
    }

    private Map<String, List<Scored>> scored(Path history) throws IOException {
        String name = history.getFileName().toString();
        Path place =
                Files.createDirectories(parameters.work().resolve("answers").resolve(String.valueOf(asked++)));
        Path answers = place.resolve("answers.jsonl");
        Launcher launcher = settings.launcher(parameters);
        boolean pretrained = launcher.pretrain(name, history.resolve("before"), place);
        boolean answered = launcher.predict(history.resolve("requests.jsonl"), history.resolve("now"), place, answers);
        failures += pretrained && answered ? 0 : 1;
        return HistoryScore.read(history, answers);
    }

    private static void print(String law, String history, Map<String, List<Scored>> groups) {
        groups.forEach((group, all) -> {
            HistoryScore score = HistoryScore.of(all);
            Aim aim = Aim.of(history, group);
            System.out.printf(
                    ROW,
                    law,
                    history,
                    group,
                    shown(score.logError(), 3) + (aim.isNearEnough(score.logError()) ? " " : "*"),
                    shown(score.relativeError(), 3),
                    shown(score.held(), 2) + (aim.isSureEnough(score.held()) ? " " : "*"),
                    shown(score.width(), 2),
                    score.outside(),
                    score.unanswered() + " of " + score.asked(),
                    aim);
        });
    }

    private static String shown(double value, int digits) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
