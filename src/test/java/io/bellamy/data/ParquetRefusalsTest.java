package io.bellamy.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.parquet.ParquetFiles;
import io.bellamy.parquet.ParquetFiles.Style;
import io.bellamy.problem.BellamyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with files in Parquet, or with their description, is told. */
class ParquetRefusalsTest extends ParquetCases {

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
