package io.bellamy.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.problem.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large and packed files: what is kept is bounded, and not what is read. */
class PackedFilesTest {

    private static final String DESCRIPTION = """
            defaults:
              file: runs.tsv.gz
              scale_out: {column: nodes}
              runtime: {column: seconds}
              properties: {}
            algorithms:
              job: {rows: {column: job, equals: mine}}
            """;

    @TempDir
    private Path folder;

    private static byte[] packed(String text, int times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < times; i++) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private OwnTable table(byte[] runs, int rows, long bytes) throws IOException {
        Limits usual = Limits.DEFAULTS;
        Limits limits =
                new Limits(usual.documents(), rows, usual.columns(), usual.cellCharacters(), bytes, 9999, 9999, 20, 2);
        Files.createDirectories(folder.resolve("mine"));
        Files.write(folder.resolve("mine/runs.tsv.gz"), runs);
        return new OwnTable(folder, limits).described(DESCRIPTION);
    }

    @Test
    void aPackedFileIsReadAsWhatIsInIt() throws IOException {
        byte[] first = packed("nodes\tseconds\tjob\n2\t3\tmine\n", 1);
        byte[] second = packed("2\t4\tmine\n", 1);
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        assertThat(table(both, 10, 1000).runtimes("job")).containsExactly(3.0, 4.0);
    }

    @Test
    void rowsOfOthersDoNotCountAndRunsDo() throws IOException {
        String rows = "nodes\tseconds\tjob\n" + "2\t3\tother\n".repeat(5000) + "2\t3\tmine\n".repeat(3);
        assertThat(table(packed(rows, 1), 3, 1 << 20).runtimes("job")).hasSize(3);
        assertThat(table(packed(rows, 1), 2, 1 << 20).refusal("job"))
                .contains("has more than 2 rows; raise limits.rows in the configuration");
    }

    @Test
    void whatUnpacksToTooMuchIsRefusedAndSoIsWhatIsNotWhole() throws IOException {
        byte[] bomb = packed("\n".repeat(100_000), 50);
        assertThat(bomb).hasSizeLessThan(10_000);
        assertThat(table(bomb, 9, 1_000_000).refusal("job"))
                .contains("runs.tsv.gz: is larger than 1000000 bytes when it is unpacked; raise limits.data_bytes");
        byte[] cut = packed("nodes\tseconds\tjob\n" + "2\t3\tmine\n".repeat(50), 1);
        assertThat(table(Arrays.copyOf(cut, cut.length - 10), 99, 1000).refusal("job"))
                .contains("runs.tsv.gz: is no whole gzip file");
        assertThat(table("nodes\tseconds\tjob\n".getBytes(StandardCharsets.UTF_8), 99, 1000)
                        .refusal("job"))
                .contains("runs.tsv.gz: is no whole gzip file");
    }
}
