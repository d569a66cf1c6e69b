package io.bellamy.histories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.data.DatasetCatalog;
import io.bellamy.problem.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Made-up histories are what they say they are. */
class HistoryTest {

    @TempDir
    private Path folder;

    @Test
    void aSeedMakesTheSameHistoriesAndAnotherOneOthers() throws IOException {
        for (Kind kind : Kind.values()) {
            for (Law law : Law.values()) {
                String name = kind + "-" + law;
                Map<String, String> first = written(kind, law, 1, name);
                assertThat(first).hasSize(6).isEqualTo(written(kind, law, 1, name + "-again"));
                assertThat(written(kind, law, 2, name + "-other").get("truth.csv"))
                        .isNotEqualTo(first.get("truth.csv"));
            }
        }
    }

    @Test
    void noTwoLawsOrKindsShareAJob() throws IOException {
        List<String> medians = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Law law : Law.values()) {
                written(kind, law, 1, "each-" + kind + law);
                Truth.read(folder.resolve("each-" + kind + law).resolve("truth.csv")).stream()
                        .limit(1)
                        .forEach(truth -> medians.add(String.valueOf(truth.seconds())));
            }
        }
        assertThat(medians).doesNotHaveDuplicates().hasSize(30);
    }

    /** In files, as the program and the scorer see them; jobs of drift change by what their groups say. */
    @ParameterizedTest
    @EnumSource(Law.class)
    void theTruthIsWhatRunsAreDrawnAround(Law law) throws IOException {
        for (Kind kind : List.of(Kind.DRIFT, Kind.EXECUTORS, Kind.STRAGGLERS)) {
            written(kind, law, 5, law + "-" + kind);
            Path home = folder.resolve(law + "-" + kind);
            Map<String, Truth> truths = truths(home);
            List<Truth> compared = new ArrayList<>();
            double[] deviations = Rows.read(home.resolve("now/" + kind + "/runs.csv")).rows().stream()
                    .flatMapToDouble(row -> {
                        Truth truth = truths.get(row.get("job") + row.get("cores") + " x " + row.get("machines"));
                        if (truth == null || truth.group().equals("release")) {
                            return DoubleStream.empty();
                        }
                        compared.add(truth);
                        long days = ChronoUnit.DAYS.between(LocalDate.parse(row.get("date")), LocalDate.of(2026, 3, 6));
                        double then = truth.group().equals("1 % a day") ? Math.pow(1.01, (double) -days) : 1;
                        double ln = Math.log(Double.parseDouble(row.get("seconds")) / truth.seconds() / then);
                        return DoubleStream.of(ln
                                - truth.noise().share() * Math.log(truth.noise().factor()));
                    })
                    .toArray();
            Noise noise = compared.get(0).noise();
            assertThat(noise)
                    .isEqualTo(
                            kind == Kind.STRAGGLERS ? law.noise() : law.noise().withoutStragglers());
            double straggling = Math.log(noise.factor());
            double deviation = Math.sqrt(noise.deviation() * noise.deviation()
                    + noise.share() * (1 - noise.share()) * straggling * straggling);
            assertThat(deviations).hasSizeGreaterThan(200);
            assertThat(HistoryScore.mean(deviations))
                    .as("%s %s, mean", law, kind)
                    .isCloseTo(0, within(4 * deviation / Math.sqrt(deviations.length)));
            assertThat(Math.sqrt(HistoryScore.mean(
                            DoubleStream.of(deviations).map(one -> one * one).toArray())))
                    .as("%s %s, deviation", law, kind)
                    .isCloseTo(deviation, within(0.15 * deviation));
        }
    }

    /** The truth by job, cores and machines. */
    private static Map<String, Truth> truths(Path home) throws IOException {
        List<String> requests = Files.readAllLines(home.resolve("requests.jsonl"));
        Map<String, Truth> truths = new TreeMap<>();
        for (Truth truth : Truth.read(home.resolve("truth.csv"))) {
            String request = requests.get(truth.request());
            String job = request.replaceFirst(".*\"job_args\":\"([^\"]+)\".*", "$1");
            String cores = request.replaceFirst(".*\"slots\":(\\d+).*", "$1");
            truths.put(job + cores + " x " + truth.scaleOut(), truth);
        }
        return truths;
    }

    @Test
    void aReleaseMakesRunsSlowerForGood() throws IOException {
        written(Kind.DRIFT, Law.SHUFFLE, 3, "drift");
        Path home = folder.resolve("drift");
        Map<String, Truth> truths = truths(home);
        Map<String, List<Double>> ratios = new TreeMap<>();
        for (Map<String, String> row :
                Rows.read(home.resolve("now/drift/runs.csv")).rows()) {
            Truth truth = truths.get(row.get("job") + row.get("cores") + " x " + row.get("machines"));
            if (truth.group().equals("release")) {
                ratios.computeIfAbsent(row.get("job"), any -> new ArrayList<>())
                        .add(Double.parseDouble(row.get("seconds")) / truth.seconds());
            }
        }
        assertThat(ratios).hasSize(4).allSatisfy((job, all) -> {
            assertThat(all.subList(0, all.size() - 10)).allMatch(ratio -> ratio < 0.9);
            assertThat(all.subList(all.size() - 5, all.size())).allMatch(ratio -> ratio > 0.9 && ratio < 1.1);
        });
    }

    /** Of each job by itself, as far as its questions say. */
    @Test
    void runsOfUnlikeJobsScatterAsItIsSaid() throws IOException {
        History history = Kind.UNLIKE.history(Law.WAVES, 6);
        HistoryFolder.write(history, folder.resolve("unlike"));
        Map<String, Noise> noises = new TreeMap<>();
        Truth.read(folder.resolve("unlike/truth.csv"))
                .forEach(truth -> noises.put(
                        history.questions().get(truth.request()).job().name(), truth.noise()));
        Map<String, List<Double>> squares = new TreeMap<>();
        for (History.Run run : history.before()) {
            double ln =
                    Math.log(run.seconds() / run.job().curve().seconds(run.machine(), run.machines(), run.megabytes()));
            squares.computeIfAbsent(run.job().name(), any -> new ArrayList<>()).add(ln * ln);
        }
        assertThat(squares).hasSize(12).allSatisfy((job, all) -> {
            double deviation = noises.get(job).deviation();
            double found = Math.sqrt(HistoryScore.mean(
                    all.stream().mapToDouble(Double::doubleValue).toArray()));
            assertThat(found).isCloseTo(deviation, within(0.4 * deviation));
        });
        assertThat(noises.values().stream().map(Noise::deviation).distinct()).hasSize(3);
    }

    /** What is not known before is known now, and nothing else is new. */
    @Test
    void theProgramReadsWhatIsKnownBeforeAndNow() throws IOException {
        Map<Kind, List<Integer>> runs = Map.ofEntries(
                Map.entry(Kind.DAILY, List.of(360, 408)),
                Map.entry(Kind.DRIFT, List.of(720, 720)),
                Map.entry(Kind.EXECUTORS, List.of(360, 360)),
                Map.entry(Kind.FEW, List.of(96, 96)),
                Map.entry(Kind.MACHINES, List.of(360, 366)),
                Map.entry(Kind.STRAGGLERS, List.of(192, 224)),
                Map.entry(Kind.HUNG, List.of(360, 363)),
                Map.entry(Kind.RELEASED, List.of(540, 597)),
                Map.entry(Kind.PAUSED, List.of(728, 738)),
                Map.entry(Kind.UNLIKE, List.of(720, 750)));
        for (Kind kind : Kind.values()) {
            written(kind, Law.MEMORY, 1, "read-" + kind);
            Path home = folder.resolve("read-" + kind);
            assertThat(List.of(known(home, "before", kind), known(home, "now", kind)))
                    .as("%s", kind)
                    .isEqualTo(runs.get(kind));
            assertThat(Files.readString(home.resolve("now/" + kind + "/runs.csv")))
                    .startsWith(Files.readString(home.resolve("before/" + kind + "/runs.csv")));
        }
    }

    private static int known(Path home, String when, Kind kind) {
        DatasetCatalog catalog = new DatasetCatalog(
                home.resolve(when),
                DatasetCatalog.FORMATS,
                (name, value) -> Optional.empty(),
                Limits.DEFAULTS,
                Clock.systemUTC());
        return catalog.algorithms(kind.toString()).stream()
                .mapToInt(algorithm ->
                        catalog.load(kind.toString(), algorithm).runs().size())
                .sum();
    }

    private Map<String, String> written(Kind kind, Law law, long seed, String name) throws IOException {
        Path home = folder.resolve(name);
        HistoryFolder.write(kind.history(law, seed), home);
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(home).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                texts.put(home.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
