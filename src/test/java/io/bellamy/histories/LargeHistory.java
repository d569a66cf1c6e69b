package io.bellamy.histories;

import io.bellamy.parquet.ParquetFiles;
import io.bellamy.parquet.ParquetFiles.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Runs of made-up jobs, by the million, in files of Parquet as Spark would write them: with columns that nobody asks for.
 *
 * @param jobs how many
 * @param runs of each
 * @param parts how many files they are in
 * @param seed of all of it
 */
record LargeHistory(int jobs, int runs, int parts, long seed) {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    private static final String DESCRIPTION = """
            algorithms_from: {column: job}
            defaults:
              file: runs/
              scale_out: {column: nodes}
              runtime: {column: millis, unit: ms}
              measured_at: {column: day}
              properties:
                machine_type: {column: machine}
                data_size_MB: {column: bytes, unit: B, digits: 2}
            """;

    private static final Style STYLE = Style.of(
                    "required binary run_id (STRING)",
                    "required binary job (STRING)",
                    "required binary machine (STRING)",
                    "required int32 nodes",
                    "required int64 bytes",
                    "required int64 millis",
                    "required int32 day (DATE)",
                    "optional double cpu_seconds",
                    "optional double shuffle_bytes")
            .with(CompressionCodecName.ZSTD);

    /** Writes a data set {@code large} with the runs by job, or by night. */
    void write(Path folder, boolean sorted) throws IOException {
        Path runsFolder = Files.createDirectories(folder.resolve("large/runs"));
        Files.writeString(folder.resolve("large/dataset.yml"), DESCRIPTION);
        long all = (long) jobs * runs;
        for (int part = 0; part < parts; part++) {
            long from = all * part / parts;
            long to = all * (part + 1) / parts;
            Iterable<Object[]> rows = () -> rows(from, to, sorted);
            ParquetFiles.write(
                    runsFolder.resolve(String.format(Locale.ROOT, "part-%05d.zstd.parquet", part)), STYLE, rows);
        }
    }

    private Iterator<Object[]> rows(long from, long to, boolean sorted) {
        return LongStream.range(from, to)
                .mapToObj(
                        i -> sorted ? row((int) (i / runs), (int) (i % runs)) : row((int) (i % jobs), (int) (i / jobs)))
                .iterator();
    }

    /** Each job has its law: a part that machines share, one that they don't, and what each machine costs. */
    private Object[] row(int job, int run) {
        SplittableRandom law = new SplittableRandom(seed * 31 + job);
        double shared = law.nextDouble(.002, .02);
        double alone = law.nextDouble(5, 60);
        double each = law.nextDouble(.1, 2);
        SplittableRandom night = new SplittableRandom((seed * 31 + job) * 1_000_003 + run);
        int nodes = 2 + 2 * night.nextInt(8);
        double megabytes = 1000 * law.nextInt(1, 50) * (.8 + .4 * night.nextInt(5) / 4);
        double seconds =
                (alone + shared * megabytes / nodes + each * nodes) * Math.exp(.05 * (night.nextDouble() - .5));
        return new Object[] {
            Long.toHexString(night.nextLong()),
            String.format(Locale.ROOT, "team-%02d/job-%05d", job % 40, job),
            job % 3 == 0 ? "m5.xlarge" : "c5.2xlarge",
            nodes,
            Math.round(megabytes * 1e6),
            Math.round(seconds * 1000),
            (int) FIRST.plusDays(run).toEpochDay(),
            seconds * nodes * (.5 + night.nextDouble()),
            megabytes * 1e6 * night.nextDouble()
        };
    }
}
