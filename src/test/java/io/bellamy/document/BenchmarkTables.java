package io.bellamy.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of docs/BENCHMARKS.md, of what {@code src/bench/run.sh} and JMH have measured. */
final class BenchmarkTables {

    private static final List<String> PARTS = List.of("help", "predict", "import", "default", "original");
    private static final Pattern FACT = Pattern.compile("(machine|date|program): (.*)");
    private static final Pattern ROW =
            Pattern.compile("(\\S.*?) +(\\d+) +([0-9.-]+) +([0-9.-]+) +([0-9.-]+) +([0-9.-]+) +([0-9.-]+)");
    private static final Pattern EPOCH = Pattern.compile("(\\d+) rows, (\\S+) +([0-9.]+) ms an epoch");

    private static final int MEDIAN = 2;
    private static final int PEAK = 6;

    private final Path folder;

    BenchmarkTables(Path folder) {
        this.folder = folder;
    }

    /** Whole runs of the program. */
    String runs() {
        return Markdown.table(
                List.of(
                        "command",
                        "runs",
                        "median s",
                        "least s",
                        "most s",
                        "processor s",
                        "peak MB",
                        "Bellamy",
                        "date"),
                PARTS.stream().flatMap(part -> rows(part).stream()).toList());
    }

    /** The README's: what a user waits for. */
    String brief() {
        List<List<String>> pretrainings = rows(lines("default")).stream()
                .sorted(Comparator.comparingDouble(row -> Double.parseDouble(row.get(MEDIAN))))
                .toList();
        List<String> quickest = pretrainings.get(0);
        List<String> slowest = pretrainings.get(pretrainings.size() - 1);
        return Markdown.table(
                List.of("", "seconds", "peak memory, MB", "measured on"),
                List.of(
                        brief("`./bellamy --help`", "help", 0),
                        brief("`predict`, from start to answer", "predict", 0),
                        brief("`predict` of 1,000 requests", "predict", 2),
                        List.of(
                                "`pretrain` of a C3O algorithm, 12 trials",
                                algorithm(quickest) + " to " + algorithm(slowest),
                                slowest.get(PEAK),
                                facts(lines("default")).get("date")),
                        brief(
                                "`pretrain` of c3o grep with the original's configuration, 12 trials of up to 2500 epochs",
                                "original",
                                0)));
    }

    private List<String> brief(String label, String part, int row) {
        List<String> lines = lines(part);
        List<String> figures = rows(lines).get(row);
        return List.of(
                label, figures.get(MEDIAN), figures.get(PEAK), facts(lines).get("date"));
    }

    private static String algorithm(List<String> row) {
        return row.get(MEDIAN) + " (" + row.get(0).replaceFirst(".* ", "") + ")";
    }

    private List<List<String>> rows(String part) {
        List<String> lines = lines(part);
        Map<String, String> facts = facts(lines);
        return rows(lines).stream()
                .map(row -> Stream.concat(
                                Stream.concat(
                                        Stream.of("`" + row.get(0) + "`"),
                                        row.stream().skip(1)),
                                Stream.of(facts.get("program"), facts.get("date")))
                        .toList())
                .toList();
    }

    private static List<List<String>> rows(List<String> lines) {
        return lines.stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> Stream.of(1, 2, 3, 4, 5, 6, 7).map(row::group).toList())
                .toList();
    }

    /** Runs of data of any size. */
    String synthetic() {
        List<String> lines = lines("synthetic");
        Map<String, List<String>> runs = rows(lines).stream().collect(Collectors.toMap(row -> row.get(0), row -> row));
        List<List<String>> rows = new ArrayList<>();
        lines.stream().map(EPOCH::matcher).filter(Matcher::matches).forEach(epoch -> {
            String name = "pretrain " + epoch.group(1) + " rows, " + epoch.group(2);
            List<String> few = runs.get(name + ", 160 epochs");
            List<String> many = runs.get(name + ", 480 epochs");
            rows.add(List.of(epoch.group(1), epoch.group(2), few.get(2), many.get(2), epoch.group(3), many.get(6)));
        });
        Map<String, String> facts = facts(lines);
        return Markdown.table(
                        List.of("rows", "configuration", "160 epochs, s", "480 epochs, s", "ms an epoch", "peak MB"),
                        rows)
                + "\n*Measured on " + facts.get("date") + " with Bellamy " + facts.get("program") + ".*\n";
    }

    /** Small pieces of the program. */
    String pieces() {
        return JmhResult.read(folder.resolve("jmh.json")).table();
    }

    private List<String> lines(String part) {
        try {
            return Files.readAllLines(folder.resolve(part + ".txt"));
        } catch (IOException failure) {
            throw new IllegalStateException(part + " can't be read", failure);
        }
    }

    private static Map<String, String> facts(List<String> lines) {
        Map<String, String> facts = new LinkedHashMap<>();
        lines.stream()
                .map(FACT::matcher)
                .filter(Matcher::matches)
                .forEach(fact -> facts.put(fact.group(1), fact.group(2)));
        if (!facts.keySet().containsAll(List.of("date", "program"))) {
            throw new IllegalStateException("a benchmark does not say when and of what it was made: " + facts);
        }
        return facts;
    }
}
