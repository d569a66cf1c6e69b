package io.bellamy.data;

import io.bellamy.job.PropertyDefinitions;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.NothingToWorkWithException;
import io.bellamy.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the jobs that a column of a file names. What was found is kept until the file changes. Safe for several threads. */
final class JobColumn {

    /** What the answer depends on. */
    private record ColumnState(String target, AlgorithmDescriptor rows, List<FileState> files) {}

    private final DataFiles files;
    private final Map<ColumnState, Map<String, String>> known = new ConcurrentHashMap<>();

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
        AlgorithmDescriptor read = rows.of(new Condition.OfJob(column.text(), ""));
        List<FileState> states = new ArrayList<>(
                List.of(FileState.of(files.runs(target, read)), FileState.of(RecordedRuns.file(files, target))));
        files.lookups(target, read).values().forEach(file -> states.add(FileState.of(file)));
        ColumnState asked = new ColumnState(target, read, states);
        Map<String, String> jobs = known.get(asked);
        if (jobs == null) {
            known.keySet().removeIf(before -> before.target().equals(target));
            JobNames names = new JobNames(files.runs(target, read).name(), rows, column.text(), files.limits());
            boolean recorded = RecordedForm.isDescribed(read);
            if (!recorded || files.runs(target, read).exists()) {
                files.readDifferent(
                        target, read, names.columns(), read.numericColumns(PropertyDefinitions.NONE), names);
            }
            jobs = names.byAlgorithm(recorded);
            for (String algorithm : RecordedRuns.algorithms(files, target)) {
                jobs.putIfAbsent(algorithm, algorithm);
            }
            known.put(asked, jobs);
        }
        return jobs;
    }
}
