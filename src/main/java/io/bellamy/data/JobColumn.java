package io.bellamy.data;

import io.bellamy.files.InputFile;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.NothingToWorkWithException;
import io.bellamy.yaml.YamlScalar;
import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the jobs that a column of a file names. What was found is kept until the file changes. Safe for several threads. */
final class JobColumn {

    /** What the answer depends on. */
    private record Asked(String target, AlgorithmDescriptor rows, String column, long size, FileTime modified) {}

    private final DataFiles files;
    private final Map<Asked, Map<String, String>> known = new ConcurrentHashMap<>();

    JobColumn(DataFiles files) {
        this.files = files;
    }

    /**
     * What the jobs are called there, by the names of the algorithms that they are here, in the order of the file.
     *
     * @param rows how the runs of all are read, and which rows count
     * @throws InvalidInputException if rows are wrong, or there are too many jobs
     * @throws NothingToWorkWithException if there is no file, or no row that counts
     */
    Map<String, String> jobs(String target, AlgorithmDescriptor rows, YamlScalar column) {
        InputFile file = files.file(target, rows.file());
        try {
            boolean there = file.exists();
            Asked asked = new Asked(
                    target, rows, column.text(), there ? file.size() : 0, there ? file.modified() : FileTime.fromMillis(0));
            Map<String, String> jobs = known.get(asked);
            if (jobs == null) {
                known.keySet().removeIf(before -> before.target().equals(target));
                jobs = find(files.runs(target, rows), rows, column);
                known.put(asked, jobs);
            }
            return jobs;
        } catch (IOException e) {
            throw DataFiles.unreadable(file.path(), e);
        }
    }

    private static Map<String, String> find(TableFile file, AlgorithmDescriptor rows, YamlScalar column) {
        JobNames names = new JobNames(file.name(), rows, column.text(), file.limits());
        file.with(column.text()).read(names);
        return names.byAlgorithm();
    }
}
