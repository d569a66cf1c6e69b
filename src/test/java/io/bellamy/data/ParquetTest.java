package io.bellamy.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.job.Run;
import io.bellamy.parquet.ParquetFiles;
import io.bellamy.parquet.ParquetFiles.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs in Parquet are read as those in other tables are, and as little of the files as will do. */
class ParquetTest extends ParquetCases {

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

    /** What is passed over has values or not, and those that follow are of the rows that they stand in. */
    @Test
    void blanksOfOtherJobsShiftNothing() {
        List<Object[]> rows = rows(false);
        for (int i = 0; i < rows.size(); i++) {
            if (i % 3 == 0 && i % JOBS != 7) {
                rows.get(i)[3] = null;
            }
        }
        for (Style style : List.of(STYLE, STYLE.plain(), STYLE.plain().with(4000, 30))) {
            ParquetFiles.write(file("runs.parquet"), style, rows);
            assertThat(table.load("job-17").runs().stream()
                            .map(run -> run.properties().texts().get("data_size_MB")))
                    .isEqualTo(rows.stream()
                            .filter(row -> row[0].equals("job-17"))
                            .map(row -> row[3].toString())
                            .toList());
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
}
