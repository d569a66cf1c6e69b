package io.bellamy.data;

import io.bellamy.job.Name;
import io.bellamy.job.PropertyKind;
import io.bellamy.job.SafeName;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Limits;
import io.bellamy.problem.NothingToWorkWithException;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Collects what a column calls the jobs, and makes names of algorithms of it. A name depends on nothing but which jobs there are:
 * were it that of the job that came first, other rows before it would turn one job's model into another's.
 */
final class JobNames implements RowSink {

    private static final int MOST_JOBS = 20_000;

    private final String file;
    private final AlgorithmDescriptor rows;
    private final String column;
    private final Problems problems;
    private final Set<String> jobs = new LinkedHashSet<>();

    /** What may have been meant by the first row that is left out and nearly is not. */
    private Optional<String> doubt = Optional.empty();

    JobNames(String file, AlgorithmDescriptor rows, String column, Limits limits) {
        this.file = file;
        this.rows = rows;
        this.column = column;
        this.problems = new Problems(limits, Math.min(RunTable.LISTED_ROWS, limits.problems()));
    }

    /** The columns that are looked at. */
    Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>(Set.of(column));
        rows.rows().forEach(condition -> columns.add(condition.column()));
        return columns;
    }

    @Override
    public void add(SourceRow row) {
        try {
            if (Condition.all(rows.rows(), row)) {
                add(row.get(column));
            } else if (doubt.isEmpty()) {
                doubt = doubt(row);
            }
        } catch (BadValue e) {
            problems.add(row.place(file) + ": " + e.getMessage());
        }
    }

    private Optional<String> doubt(SourceRow row) throws BadValue {
        for (Condition condition : rows.rows()) {
            Optional<String> found = condition.doubt(row);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private void add(String job) throws BadValue {
        if (job.isEmpty()) {
            throw new BadValue(
                    column, job, "the name of a job, or rows must leave such rows out (" + column + " blank: false)");
        }
        if (job.length() > ValueRules.LONGEST) {
            throw new BadValue(column, job, ValueRules.NOT_LONGER);
        }
        jobs.add(PropertyKind.NAME.canonical(job));
        if (jobs.size() > MOST_JOBS) {
            throw new InvalidInputException(file + ": column " + Quoted.of(column) + " has more than " + MOST_JOBS
                    + " values: does it name jobs, and not runs?");
        }
    }

    @Override
    public void reject(long line, String problem) {
        problems.add(file + ":" + line + ": " + problem);
    }

    /**
     * What the jobs are called there, by the names of the algorithms, in the order of the file.
     *
     * @param none whether there need be none
     */
    Map<String, String> byAlgorithm(boolean none) {
        problems.throwIfAny();
        if (jobs.isEmpty() && !none) {
            String only = rows.rows().stream().map(Condition::words).collect(Collectors.joining(" and "));
            throw new NothingToWorkWithException(file + ": has no row" + (only.isEmpty() ? "" : " with " + only)
                    + ", so column " + Quoted.of(column) + " names no algorithm"
                    + doubt.map(why -> "; " + why).orElse(""));
        }
        Map<String, String> safe = new LinkedHashMap<>();
        jobs.forEach(job -> safe.put(job, SafeName.of(job)));
        Map<String, Integer> alike = new HashMap<>();
        safe.forEach((job, name) -> alike.merge(folded(job, name), 1, Integer::sum));
        Map<String, String> byAlgorithm = new LinkedHashMap<>();
        safe.forEach((job, safeName) -> {
            boolean alone = alike.get(folded(job, safeName)) == 1 && !job.equalsIgnoreCase(DatasetCatalog.ALL);
            String name = alone && !safeName.isEmpty() ? own(job, safeName) : SafeName.distinct(job, job);
            String other = byAlgorithm.put(name, job);
            if (other != null) {
                throw new InvalidInputException(file + ": column " + Quoted.of(column) + ": " + Quoted.of(other)
                        + " and " + Quoted.of(job) + " can't be told apart as names of algorithms; rename one");
            }
        });
        return byAlgorithm;
    }

    /** What is harmless stays as it is, however long it may be. */
    private static String own(String job, String safeName) {
        return Name.objection(job).isEmpty() ? job : safeName;
    }

    private static String folded(String job, String safeName) {
        return own(job, safeName).toLowerCase(Locale.ROOT);
    }
}
