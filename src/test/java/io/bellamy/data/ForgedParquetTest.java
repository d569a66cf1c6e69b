package io.bellamy.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.bellamy.parquet.ForgedParquet;
import io.bellamy.parquet.ForgedParquet.Forgery;
import io.bellamy.parquet.ForgedParquet.Lie;
import io.bellamy.parquet.ForgedParquet.Page;
import io.bellamy.parquet.ParquetFiles;
import io.bellamy.parquet.ParquetFiles.Style;
import io.bellamy.problem.BellamyException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that lie about themselves, or would fill the memory. */
class ForgedParquetTest extends ParquetCases {

    private static final Duration LONG = Duration.ofMinutes(1);

    @ParameterizedTest
    @EnumSource
    void whatAFileSaysOfAmountsIsFoundOutOrMakesNoDifference(WriterVersion version) throws IOException {
        byte[] whole = whole(STYLE.with(CompressionCodecName.ZSTD).with(version));
        List<String> believed = new ArrayList<>();
        int refused = 0;
        for (Lie lie : ForgedParquet.of(whole).lies()) {
            Optional<Forgery> forgery = ForgedParquet.of(whole, lie);
            if (forgery.isPresent()) {
                Files.write(file("runs.parquet"), forgery.get().bytes().array());
                Optional<List<Double>> read = assertTimeoutPreemptively(
                        LONG, () -> read(), forgery.get().lie());
                if (read.isEmpty()) {
                    refused++;
                } else if (!read.get().equals(runtimes(1)) && forgery.get().isOfAmount()) {
                    believed.add(forgery.get().lie());
                }
            }
        }
        assertThat(believed).isEmpty();
        assertThat(refused).isGreaterThan(200);
    }

    /** The runtimes of the last job; nothing where the file is refused in words. */
    private Optional<List<Double>> read() {
        try {
            return Optional.of(table.runtimes("job-11"));
        } catch (BellamyException told) {
            assertThat(told.getMessage()).contains("mine").doesNotContain("java.", "Exception", "null");
            return Optional.empty();
        }
    }

    @Test
    void whatIsTooLargeIsToldWithWhatToDo() throws IOException {
        byte[] whole = whole(STYLE.with(CompressionCodecName.UNCOMPRESSED));
        ForgedParquet dictionary = ForgedParquet.of(whole);
        PageHeader header = dictionary.pages(0).get(0).header();
        byte[] entries = new byte[Integer.BYTES * ((1 << 20) + 1)];
        header.getDictionary_page_header().setNum_values((1 << 20) + 1);
        header.setUncompressed_page_size(entries.length);
        header.setCompressed_page_size(entries.length);
        dictionary.pages(0).set(0, new Page(header, ByteBuffer.wrap(entries)));
        assertThat(refusal(dictionary))
                .endsWith("runs.parquet: has a dictionary of 1048577 entries; write smaller ones, of at most 1048576");
        // Java has no such array, whatever its memory
        header.setCompressed_page_size(Integer.MAX_VALUE);
        assertThat(refusal(dictionary))
                .containsPattern(
                        "runs.parquet: is damaged, or has parts that take more memory than Java may use, \\d+ MB: "
                                + "write smaller pages and row groups$");
        ForgedParquet page = ForgedParquet.of(whole);
        page.pages(2).get(0).header().setUncompressed_page_size((1 << 27) + 1);
        assertThat(refusal(page))
                .endsWith("runs.parquet: has a page of 134217729 bytes; write smaller pages, of at most 134217728");
        Files.write(file("runs.parquet"), ForgedParquet.of(whole).fileWith(1, 1 << 30));
        assertThat(table.refusal("job-11"))
                .endsWith(
                        "runs.parquet: has a row group in which the columns that are read have more than 536870912 bytes; "
                                + "write smaller row groups");
        try (RandomAccessFile footer = new RandomAccessFile(file("runs.parquet").toFile(), "rw")) {
            footer.setLength(1 << 27);
            footer.seek((1 << 27) - 8);
            footer.writeInt(Integer.reverseBytes((1 << 26) + 1));
            footer.writeBytes("PAR1");
        }
        assertThat(table.refusal("job-11"))
                .endsWith("runs.parquet: has a footer of 67108865 bytes; write larger row groups");
    }

    private String refusal(ForgedParquet forged) throws IOException {
        Files.write(file("runs.parquet"), forged.file());
        return table.refusal("job-11");
    }

    private byte[] whole(Style style) throws IOException {
        ParquetFiles.write(
                file("runs.parquet"), style.with(1 << 20, 60), rows(true).subList(0, 2 * RUNS));
        return Files.readAllBytes(file("runs.parquet"));
    }
}
