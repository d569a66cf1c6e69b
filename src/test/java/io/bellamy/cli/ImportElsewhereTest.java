package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.eventlog.SparkLogText;
import io.bellamy.imports.OrderedReading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logs that others read, who are sent bytes and send bytes back; the others are in this process here. */
class ImportElsewhereTest extends ImportCases {

    private static final String THERE = "far://away";

    private final List<byte[]> ordered = new ArrayList<>();
    private final List<List<String>> table = new ArrayList<>();

    private String out = "";
    private Function<String, List<List<String>>> search = place -> List.of(List.of("local", place));
    private BiConsumer<List<byte[]>, Consumer<byte[]>> workers = this::work;

    @BeforeEach
    void addOddLogs() throws IOException {
        try (Stream<Path> files = Files.walk(LOGS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve("logs").resolve(LOGS.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        log("no, log, \"at all\"", "what\nis this\n");
        log("empty", "");
        String odd = SparkLogText.run("comma, \\\"quote\\\"", "app-7", 2, Map.of(), SUBMIT + " \\\"a,b\\\" \\\\")
                .text();
        log("app-7", odd);
        log("copy/app-7", odd);
        log("app-8", SparkLogText.run("large", "app-8", 3, Map.of(), SUBMIT).text() + "\n".repeat(9_000_000));
    }

    /** In whatever order. */
    private void work(List<byte[]> orders, Consumer<byte[]> replies) {
        ordered.addAll(orders);
        List<byte[]> last = new ArrayList<>(orders);
        Collections.reverse(last);
        last.forEach(order -> replies.accept(new OrderedReading().apply(order, this::open)));
    }

    private InputStream open(String address) {
        try {
            if (address.endsWith("app-7")) {
                throw new IOException("the block is lost");
            }
            return Files.newInputStream(folder.resolve("logs" + address.substring(THERE.length())));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private int elsewhere(String dataDir, String place, String... more) {
        BiConsumer<List<String>, Consumer<Consumer<List<String>>>> writer = (placeAndSchema, rows) -> {
            table.add(placeAndSchema);
            rows.accept(table::add);
        };
        Function<String, InputStream> system = this::open;
        List<String> arguments = new ArrayList<>(List.of(place, "--into", "mine", "--quiet"));
        arguments.addAll(List.of("--data-dir", folder.resolve(dataDir).toString()));
        arguments.addAll(List.of(more));
        PrintStream before = System.out;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try (PrintStream captured = new PrintStream(told, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            return new ImportElsewhere().apply(List.of(search, system, workers, writer), arguments);
        } finally {
            System.setOut(before);
            out = told.toString(StandardCharsets.UTF_8);
        }
    }

    private String content(String dataDir, String file) throws IOException {
        return Files.readString(folder.resolve(dataDir).resolve("mine").resolve(file));
    }

    @Test
    void theSameLogsGiveTheSameBytesAndTheLargestIsOrderedFirst() throws IOException {
        String logs = folder.resolve("logs").toString();
        Bellamy here = run(logs);
        assertThat(here.exitCode()).as(here.err()).isZero();
        assertThat(elsewhere("other", logs)).isZero();
        assertThat(out).isEqualTo(here.out().replace("/data/mine", "/other/mine"));
        for (String file : List.of("runs.csv", "stages.csv", "copies.csv", "dataset.yml", "import.yml")) {
            assertThat(content("other", file)).as(file).isEqualTo(content("data", file));
        }
        assertThat(ordered).as("small ones share an order").hasSize(2);
        assertThat(places(ordered.get(0))).hasSize(1).allMatch(row -> row.contains("/app-8,"));
        assertThat(places(ordered.get(1))).hasSizeGreaterThan(10);
        ordered.clear();
        assertThat(elsewhere("other", logs)).isZero();
        assertThat(ordered).as("what is known is not read again").hasSizeLessThan(2);
    }

    private static List<String> places(byte[] order) {
        return new String(order, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("log,"))
                .toList();
    }

    @Test
    void filesOfAnotherSystemAreReadByTheirAddressesAndWhatFailsThereIsTold() throws IOException {
        run(folder.resolve("logs").toString());
        search = place -> found();
        assertThat(elsewhere("other", THERE, "-o", "json")).isZero();
        assertThat(out)
                .contains("\"the block is lost\"", "\"far://away/closed\"", "\"permission denied\"")
                .doesNotContain("far://away/.hidden");
        String runs = content("other", "runs.csv");
        assertThat(runs)
                .contains(THERE + "/eventlog_v2_app-20261128220846-0009")
                .doesNotContain(",app-7,");
        List<String> here = content("data", "runs.csv")
                .lines()
                .filter(line -> !line.contains(",app-7,"))
                .toList();
        assertThat(runs.replace(THERE, folder.resolve("logs").toRealPath().toString())
                        .lines())
                .containsExactlyElementsOf(here);
    }

    private List<List<String>> found() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("problem", THERE + "/closed", "permission denied"));
        rows.add(List.of("found", THERE + "/.hidden", "1", "1"));
        try (Stream<Path> files = Files.walk(folder.resolve("logs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                rows.add(List.of(
                        "found",
                        THERE + "/" + folder.resolve("logs").relativize(file),
                        Long.toString(Files.size(file)),
                        Long.toString(Files.getLastModifiedTime(file).toMillis())));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return rows;
    }

    @Test
    void whatNobodyAnswersForIsToldKeepsNoneThatWasReadBesideItAndIsReadTheNextTime() throws IOException {
        String logs = folder.resolve("logs").toString();
        workers = (orders, replies) -> {
            if (orders.stream()
                    .noneMatch(order -> String.join("", places(order)).contains("/copy/app-7,"))) {
                work(orders, replies);
            }
        };
        assertThat(elsewhere("other", logs, "-o", "json")).isZero();
        assertThat(out).containsOnlyOnce("could not be read by others").contains("/copy/app-7\"");
        assertThat(folder.resolve("other/mine/copies.csv")).doesNotExist();
        workers = this::work;
        assertThat(elsewhere("other", logs)).isZero();
        run(logs);
        assertThat(content("other", "runs.csv")).isEqualTo(content("data", "runs.csv"));
        assertThat(content("other", "copies.csv")).contains("/copy/app-7,");
    }

    /** Each time costs the lives of several executors. */
    @Test
    void aLogThatNobodyOutlivesIsOrderedNoMoreThanTwiceByItself() throws IOException {
        List<byte[]> deadly = new ArrayList<>();
        workers = (orders, replies) -> {
            List<byte[]> harmless = orders.stream()
                    .filter(order -> !String.join("", places(order)).contains("/app-8,"))
                    .toList();
            orders.stream().filter(order -> !harmless.contains(order)).forEach(deadly::add);
            work(harmless, replies);
        };
        assertThat(elsewhere("other", folder.resolve("logs").toString(), "-o", "json"))
                .isZero();
        assertThat(out).containsOnlyOnce("could not be read by others").contains("/app-8\"");
        assertThat(deadly).hasSize(2);
    }

    @Test
    void aTableOfAllRunsIsHandedOnWithTypesUnlessACellIsNone() throws IOException {
        String logs = folder.resolve("logs").toString();
        assertThat(elsewhere("other", logs, "--dry-run", "--parquet", "far://runs"))
                .isZero();
        assertThat(table).isEmpty();
        assertThat(elsewhere("other", logs, "--parquet", "far://runs")).isZero();
        assertThat(table.get(0).get(0)).isEqualTo("far://runs");
        assertThat(table.get(0).get(1))
                .startsWith("algorithm STRING, scale_out BIGINT, runtime_s DOUBLE, started TIMESTAMP, ");
        assertThat(table.get(1))
                .hasSize((int) content("other", "runs.csv").lines().count() - 1);
        Path runs = folder.resolve("other/mine/runs.csv");
        Files.writeString(runs, Files.readString(runs).replaceFirst("nightly-wordcount,1,", "nightly-wordcount,one,"));
        assertThat(elsewhere("other", logs, "--parquet", "far://runs")).isEqualTo(ExitCode.WRONG_INPUT);
    }
}
