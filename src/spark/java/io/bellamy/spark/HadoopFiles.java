package io.bellamy.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Files on whatever file systems Spark's configuration knows, by their addresses: {@code hdfs://}, {@code s3a://}; it opens
 * them.
 *
 * @param configuration of Hadoop, with the driver's settings
 */
record HadoopFiles(SerializableConfiguration configuration) implements Function<String, InputStream>, Serializable {

    @Override
    public InputStream apply(String address) {
        return IsolatedProgram.outside(() -> open(address));
    }

    private InputStream open(String address) {
        Path path = new Path(address);
        try {
            return path.getFileSystem(configuration.value()).open(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Looks for the files at a place, as {@code io.bellamy.cli.ImportElsewhere} describes: this machine's own file system is left to
     * Bellamy, which does not follow links in it.
     */
    List<List<String>> search(String place) {
        return IsolatedProgram.outside(() -> found(place));
    }

    private List<List<String>> found(String place) {
        List<List<String>> found = new ArrayList<>();
        try {
            Path path = new Path(place);
            FileSystem system = path.getFileSystem(configuration.value());
            if (system.getUri().getScheme().equals("file")) {
                return List.of(List.of("local", path.toUri().getPath()));
            }
            FileStatus status = system.getFileStatus(path);
            if (status.isDirectory()) {
                below(system, status.getPath(), found);
            } else {
                found.add(row("named", status));
            }
        } catch (FileNotFoundException missing) {
            found.add(List.of("missing", "there is no such file"));
        } catch (IOException | RuntimeException failure) {
            // what a scheme needs and is not there, as the jar for s3a, Hadoop tells by the latter
            found.add(List.of("missing", reason(failure)));
        }
        return found;
    }

    private static void below(FileSystem system, Path folder, List<List<String>> found) {
        try {
            for (FileStatus status : system.listStatus(folder)) {
                if (status.isDirectory()) {
                    below(system, status.getPath(), found);
                } else if (status.isFile()) {
                    found.add(row("found", status));
                }
            }
        } catch (IOException failure) {
            found.add(List.of("problem", folder.toString(), reason(failure)));
        }
    }

    private static List<String> row(String kind, FileStatus file) {
        return List.of(
                kind,
                file.getPath().toString(),
                Long.toString(file.getLen()),
                Long.toString(file.getModificationTime()));
    }

    private static String reason(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("can't be read");
    }
}
