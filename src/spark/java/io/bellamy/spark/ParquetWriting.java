package io.bellamy.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Writes tables as Parquet, as {@code io.bellamy.cli.ImportElsewhere} describes: few files, each sorted by its first column and
 * by time, so that a reader of one job passes over the pages of the others. They are written aside, and take the place of what
 * was there when all are.
 *
 * @param executors that write
 * @param configuration of Hadoop
 */
record ParquetWriting(Executors executors, Configuration configuration)
        implements BiConsumer<List<String>, Consumer<Consumer<List<String>>>> {

    private static final String FIRST = "algorithm";
    private static final String THEN = "started";

    @Override
    public void accept(List<String> placeAndSchema, Consumer<Consumer<List<String>>> rows) {
        Path place = new Path(placeAndSchema.get(0));
        try {
            FileSystem system = IsolatedProgram.outside(() -> system(place));
            requireOwn(system, place);
            Path aside = new Path(place.getParent(), ".aside." + UUID.randomUUID());
            try {
                rows.accept(lines -> IsolatedProgram.outside(() -> write(aside, placeAndSchema.get(1), lines)));
                if (system.exists(place)) {
                    system.delete(place, true);
                }
                if (!system.rename(aside, place)) {
                    throw new IOException("what was written aside can't be renamed");
                }
            } finally {
                system.delete(aside, true);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("can't write " + place, failure);
        }
    }

    private FileSystem system(Path place) {
        try {
            return place.getFileSystem(configuration);
        } catch (IOException failure) {
            throw new UncheckedIOException("can't write " + place, failure);
        }
    }

    /** What nobody wrote with Spark is not replaced. */
    private static void requireOwn(FileSystem system, Path place) throws IOException {
        if (!system.exists(place)) {
            return;
        }
        for (FileStatus entry : system.listStatus(place)) {
            String name = entry.getPath().getName();
            if (!entry.isFile() || !(name.endsWith(".parquet") || name.startsWith("_") || name.startsWith("."))) {
                throw new IOException("there is something else in it, " + name + ": choose another folder");
            }
        }
    }

    private Path write(Path aside, String schema, List<String> lines) {
        SparkSession session =
                SparkSession.builder().config(executors.spark().getConf()).getOrCreate();
        session.read()
                .schema(schema)
                .option("escape", "\"")
                .option("mode", "FAILFAST")
                .csv(session.createDataset(lines, Encoders.STRING()))
                .coalesce(1)
                .sortWithinPartitions(FIRST, THEN)
                .write()
                .mode(SaveMode.Append)
                .option("compression", "zstd")
                .parquet(aside.toString());
        return aside;
    }
}
