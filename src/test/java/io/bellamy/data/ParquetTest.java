package io.bellamy.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.job.Run;
import io.bellamy.parquet.ParquetFiles;
import io.bellamy.parquet.ParquetFiles.Style;
import io.bellamy.problem.BellamyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs in Parquet are read as those in other tables are, and as little of the files as will do. */
class ParquetTest {

    private static final String DESCRIPTION = """
            algorithms_from: {column: job}
            defaults:
              file: runs.parquet
              scale_out: {column: nodes}
              runtime: {column: seconds}
              properties: {data_size_MB: {column: size}}
            """;

    private static final Style STYLE = Style.of(
            "optional binary job (STRING)", "required int32 nodes", "optional double seconds", "optional int64 size");

    private static final int JOBS = 50;
    private static final int RUNS = 40;

    @TempDir
    private Path folder;

    private OwnTable table;

    @BeforeEach
    void prepare() {
        table = OwnTable.in(folder).described(DESCRIPTION);
    }

    private Path file(String name) {
        return folder.resolve("mine").resolve(name);
    }

    private static Object[] row(int job, int run) {
        return new Object[] {"job-" + (10 + job), 2 + run % 5, 1 + 100.0 * job + run, 1000L + run % 3};
    }

    /** Sorted by job, or by run. */
    private static List<Object[]> rows(boolean sorted) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < JOBS * RUNS; i++) {
            rows.add(sorted ? row(i / RUNS, i % RUNS) : row(i % JOBS, i / JOBS));
        }
        return rows;
    }

    private static List<Double> runtimes(int job) {
        List<Double> runtimes = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            runtimes.add(1 + 100.0 * job + run);
        }
        return runtimes;
    }

    @ParameterizedTest
    @EnumSource(
            value = CompressionCodecName.class,
            names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4_RAW"})
    void everyJobHasItsRunsWhereverTheyStandAndHoweverTheyArePacked(CompressionCodecName codec) {
        for (boolean sorted : new boolean[] {true, false}) {
            for (Style style :
                    List.of(STYLE, STYLE.with(4000, 30), STYLE.plain().with(4000, 30))) {
                ParquetFiles.write(file("runs.parquet"), style.with(codec), rows(sorted));
                DatasetCatalog catalog = table.catalog();
                assertThat(catalog.algorithms("mine")).hasSize(JOBS);
                for (int job : new int[] {0, 7, JOBS - 1}) {
                    assertThat(catalog.load("mine", "job-" + (10 + job)).runs().stream()
                                    .map(Run::runtime))
                            .isEqualTo(runtimes(job));
                }
            }
        }
    }

    @Test
    void partsAndPartitionsOfSparkAreOneTable() throws IOException {
        List<Object[]> rows = rows(true);
        Files.createDirectories(file("runs.parquet"));
        ParquetFiles.write(file("runs.parquet/part-00000.snappy.parquet"), STYLE, rows.subList(0, 1010));
        ParquetFiles.write(file("runs.parquet/part-00001.snappy.parquet"), STYLE, rows.subList(1010, JOBS * RUNS));
        Files.writeString(file("runs.parquet/_SUCCESS"), "");
        Files.writeString(file("runs.parquet/.part-00000.snappy.parquet.crc"), "crc");
        assertThat(table.catalog().algorithms("mine")).hasSize(JOBS);
        assertThat(table.runtimes("job-35")).isEqualTo(runtimes(25));
        table.described(DESCRIPTION.replace("runs.parquet", "runs/"));
        Style unnamed = Style.of("required int32 nodes", "optional double seconds", "optional int64 size");
        Files.createDirectories(file("runs/job=a%2Fb"));
        Files.createDirectories(file("runs/job=sort"));
        ParquetFiles.write(file("runs/job=a%2Fb/part-0.parquet"), unnamed, new Object[] {2, 1.0, 5L});
        ParquetFiles.write(file("runs/job=sort/part-0.parquet"), unnamed, new Object[] {2, 2.0, 5L});
        assertThat(table.catalog().algorithms("mine")).containsExactly("a-b", "sort");
        assertThat(table.runtimes("a-b")).containsExactly(1.0);
        Files.writeString(file("runs/job=sort/runs.csv"), "");
        assertThat(table.refusal("sort"))
                .contains("runs/job=sort/runs.csv: is neither a file *.parquet nor a folder column=value");
    }

    @Test
    void aFolderWithoutFilesIsRefused() throws IOException {
        Files.createDirectories(file("runs.parquet"));
        assertThat(table.refusal("sort")).contains("runs.parquet: has no file *.parquet");
    }

    @Test
    void valuesAreReadAsTablesOfTextsWouldHaveThem() {
        table.described("""
                defaults:
                  file: runs.parquet
                  scale_out: {column: nodes}
                  runtime: {start: began, end: ended}
                  measured_at: {column: day}
                  rows: [{column: failed, not: true}, {column: gap, blank: true}]
                  properties:
                    data_size_MB: {column: size}
                    memory: {column: share, unit: GB}
                    slots: {column: cores}
                    job_args: {column: args}
                    machine_type: {column: old}
                algorithms: {job: {}}
                """);
        Style style = Style.of(
                "required int64 nodes (INTEGER(64,true))",
                "required int64 began (TIMESTAMP(MICROS,true))",
                "required int64 ended (TIMESTAMP(MILLIS,true))",
                "required int32 day (DATE)",
                "required boolean failed",
                "optional int32 gap",
                "required int64 size (DECIMAL(12,2))",
                "required float share",
                "required int32 cores (INTEGER(8,false))",
                "optional binary args (STRING)",
                "required int96 old",
                "optional group nested { required int32 a; }");
        // 2020-01-01, the Julian day 2458850, at 1 s and 5 ns
        byte[] old = {5, (byte) 0xca, (byte) 0x9a, 0x3b, 0, 0, 0, 0, (byte) 0xe2, (byte) 0x84, 0x25, 0};
        Object[] run = {
            4L, 1_000_000_500_000L, 1_000_065_500L, 20_000, false, null, 123_450L, 1.5f, 8, " x \u00fc ", old
        };
        Object[] failed = run.clone();
        failed[4] = true;
        ParquetFiles.write(file("runs.parquet"), style, run, failed);
        assertThat(table.load("job").runs()).singleElement().satisfies(read -> {
            assertThat(read.scaleOut()).isEqualTo(4);
            assertThat(read.runtime()).isEqualTo(65);
            assertThat(read.measured()).isEqualTo(Optional.of(LocalDate.of(2024, 10, 4)));
            assertThat(read.properties().texts())
                    .isEqualTo(Map.of(
                            "data_size_MB", "1234.50",
                            "memory", "1500",
                            "slots", "8",
                            "job_args", "x \u00fc",
                            "machine_type", "2020-01-01T00:00:01.000000005Z"));
        });
    }

    @Test
    void namesThatAreSpelledOtherwiseAreFoundAndWarnedOf() {
        table.described("""
                defaults:
                  file: runs.parquet
                  scale_out: {column: nodes}
                  runtime: {column: seconds}
                  properties: {data_size_MB: {column: size}}
                algorithms: {sort: {rows: {column: job, equals: big sort}}}
                """);
        List<Object[]> rows = new ArrayList<>(rows(true));
        rows.add(new Object[] {" big  sort ", 2, 1.0, 5L});
        rows.add(new Object[] {"big sort", 2, 2.0, 5L});
        rows.add(new Object[] {"Big Sort", 2, 3.0, 5L});
        ParquetFiles.write(file("runs.parquet"), STYLE.with(4000, 30), rows);
        Dataset sort = table.load("sort");
        assertThat(sort.runs().stream().map(Run::runtime)).containsExactly(1.0, 2.0);
        assertThat(sort.warnings()).singleElement().asString().contains("runs.parquet:2003: ", "'Big Sort'");
    }

    /** A writer turns to plain values in the middle of a row group where there would be too much to list. */
    @Test
    void whatNoDictionaryListsIsFound() {
        table.described("""
                defaults:
                  file: runs.parquet
                  scale_out: {column: nodes}
                  runtime: {column: seconds}
                  properties: {data_size_MB: {column: size}}
                algorithms: {sort: {rows: {column: job, equals: sort}}}
                """);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            rows.add(new Object[] {i % 100 == 99 ? "sort" : i + "x".repeat(8000), 2, 1.0 + i, 5L});
        }
        ParquetFiles.write(file("runs.parquet"), STYLE.with(1 << 27, 20), rows);
        assertThat(table.runtimes("sort")).containsExactly(100.0, 200.0, 300.0);
    }

    @Test
    void aJobIsKnownByItsOwnRows() throws IOException {
        List<Object[]> rows = rows(false);
        ParquetFiles.write(file("runs.parquet"), STYLE, rows);
        DatasetCatalog catalog = table.catalog();
        String first = catalog.load("mine", "job-10").digest();
        assertThat(catalog.digest("mine", "job-10")).isEqualTo(first);
        assertThat(table.catalog().digest("mine", "job-10")).isEqualTo(first);
        String other = catalog.digest("mine", "job-11");
        // one value that leaves sizes and statistics as they are
        rows.set(JOBS, new Object[] {"job-10", 3, 2.5, 1001L});
        ParquetFiles.write(file("runs.parquet"), STYLE, rows);
        assertThat(catalog.digest("mine", "job-10"))
                .isNotEqualTo(first)
                .isEqualTo(table.load("job-10").digest());
        assertThat(catalog.digest("mine", "job-11")).isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "column: nodes|column: nods|runs.parquet: column 'nods' is missing; there are job, nodes, seconds, size, tags, key, map",
                "column: size|column: tags|runs.parquet: column 'tags': is nested, and must be a single value",
                "column: size|column: map|runs.parquet: column 'map': is nested, and must be a single value",
                "column: size|column: key|runs.parquet: column 'key': is of the type BINARY, and must be text, a number",
                "column: size|column: job|runs.parquet:1: column 'job': 'sort' must be a number",
                "file: runs.parquet|file: none.parquet|none.parquet: there is no such file",
                "file: runs.parquet|file: runs.parquet.gz|runs.parquet.gz: there is no such file",
                "file: runs.parquet|separator: ';'\\n  file: runs.parquet|separator: ';' must be left out, since parquet has no separators",
            })
    void whatIsWrongIsTold(String right, String wrong, String message) {
        Style style = Style.of(
                "optional binary job (STRING)",
                "required int32 nodes",
                "optional double seconds",
                "optional int64 size",
                "repeated binary tags (STRING)",
                "optional binary key",
                "optional group map { optional int32 a; }");
        ParquetFiles.write(file("runs.parquet"), style, new Object[] {"sort", 2, 1.0, 5L});
        table.described(DESCRIPTION.replace(right, wrong.replace("\\n", "\n")));
        assertThat(table.refusal("sort")).contains(message);
    }

    @Test
    void badCellsAreToldWithFileRowAndColumn() {
        ParquetFiles.write(
                file("runs.parquet"),
                STYLE,
                new Object[] {"sort", 2, 1.0, 5L},
                new Object[] {"sort", 0, null, 5L},
                new Object[] {"sort", 2, Double.NaN, null});
        assertThat(table.refusal("sort"))
                .contains(
                        "runs.parquet:2: column 'nodes': '0' must be a whole number",
                        "column 'seconds': '' must be",
                        "runs.parquet:3: column 'seconds': 'NaN' must be");
        ParquetFiles.write(
                file("runs.parquet"), STYLE, new Object[] {"a", 2, 1.0, 5L}, new Object[] {null, 2, 1.0, 5L});
        assertThat(table.refusal("a")).contains("runs.parquet:2: column 'job': '' must be the name of a job");
        ParquetFiles.write(file("runs.parquet"), STYLE, new Object[] {"x".repeat(200_000), 2, 1.0, 5L});
        assertThat(table.refusal("a"))
                .contains("runs.parquet:1: a cell has more than 100000 characters; raise limits.cell_characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LZO", "BROTLI", "LZ4"})
    void codecsThatAreNotKnownAreTold(CompressionCodecName codec) {
        ParquetFiles.write(file("runs.parquet"), STYLE.with(codec), rows(true));
        assertThat(table.refusal("job-10"))
                .contains("runs.parquet: is compressed with " + codec.name().toLowerCase(Locale.ROOT)
                        + ": write it with zstd, snappy, gzip, lz4_raw or uncompressed");
    }

    @Test
    void whatIsNoWholeFileIsTold() throws IOException {
        ParquetFiles.write(file("runs.parquet"), STYLE.with(4000, 30), rows(false));
        byte[] whole = Files.readAllBytes(file("runs.parquet"));
        assertThat(refusal(new byte[0])).endsWith("runs.parquet: is empty");
        assertThat(refusal("job,nodes\nsort,2\n".getBytes(StandardCharsets.UTF_8)))
                .endsWith("runs.parquet: is no Parquet file");
        assertThat(refusal(Arrays.copyOf(whole, whole.length - 9)))
                .endsWith("runs.parquet: is no whole Parquet file: its end is missing");
        byte[] encrypted = whole.clone();
        encrypted[whole.length - 1] = 'E';
        assertThat(refusal(encrypted)).endsWith("runs.parquet: is encrypted");
        byte[] footer = whole.clone();
        footer[whole.length - 5] = 0x7f;
        assertThat(refusal(footer)).contains("runs.parquet: is damaged: its footer has no such length");
    }

    private String refusal(byte[] bytes) throws IOException {
        Files.write(file("runs.parquet"), bytes);
        return table.refusal("job-10");
    }

    /** Wherever a byte is another one, the file is read or refused in words, and never fails otherwise. */
    @Test
    void damagedBytesAreReadOrRefused() throws IOException {
        ParquetFiles.write(file("runs.parquet"), STYLE.with(4000, 30).with(CompressionCodecName.ZSTD), rows(false));
        byte[] whole = Files.readAllBytes(file("runs.parquet"));
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            byte[] damaged = whole.clone();
            damaged[(int) ((long) i * 7919 % whole.length)] ^= (byte) (1 + i % 255);
            Files.write(file("runs.parquet"), damaged);
            try {
                table.load("job-10");
            } catch (BellamyException told) {
                assertThat(told.getMessage()).contains("mine").doesNotContain("java.", "Exception");
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void linksThatLeadOutAreRefused() throws IOException {
        Path outside = folder.resolve("outside");
        Files.createDirectories(outside);
        ParquetFiles.write(outside.resolve("a.parquet"), STYLE, rows(true));
        Files.createSymbolicLink(file("runs.parquet"), outside);
        assertThat(table.refusal("job-10")).contains("is a link that leads out of ");
        Files.delete(file("runs.parquet"));
        Files.createDirectories(file("runs.parquet"));
        Files.createSymbolicLink(file("runs.parquet/a.parquet"), outside.resolve("a.parquet"));
        assertThat(table.refusal("job-10")).contains("a.parquet: is a link that leads out of ");
    }
}
