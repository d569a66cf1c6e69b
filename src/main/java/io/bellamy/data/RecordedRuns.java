package io.bellamy.data;

import io.bellamy.job.Name;
import io.bellamy.job.PropertyDefinitions;
import io.bellamy.problem.InvalidInputException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the runs that the program was told of.
 *
 * @param files of the data sets
 * @param rules for values
 */
record RecordedRuns(DataFiles files, ValueRules rules) {

    private static final TableRuns NONE = new TableRuns(List.of(), List.of(), List.of(), List.of());

    /** The file of a data set, which need not be there. */
    static DataTable file(DataFiles files, String target) {
        return new DataTable(
                files.file(target, RecordedForm.FILE),
                RecordedForm.FORMAT,
                ',',
                Set.of(RecordedForm.ALGORITHM),
                Set.of(),
                files.limits());
    }

    /** The file where runs of an algorithm may be that its description does not speak of. */
    Optional<DataTable> beside(String target, AlgorithmDescriptor described) {
        return RecordedForm.isDescribed(described)
                ? Optional.empty()
                : Optional.of(file(files, target)).filter(DataTable::exists);
    }

    /** The runs of an algorithm that are there. */
    TableRuns of(
            String target,
            String algorithm,
            AlgorithmDescriptor described,
            PropertyDefinitions definitions,
            LocalDate today) {
        if (beside(target, described).isEmpty()) {
            return NONE;
        }
        AlgorithmDescriptor recorded = RecordedForm.of(algorithm, described);
        RunTable runs = new RunTable(
                files.runs(target, recorded).name(),
                recorded,
                new RowReader(recorded, rules, definitions),
                new RowChecks(recorded, definitions, today),
                files.limits());
        files.readOwn(target, recorded, recorded.numericColumns(definitions), runs);
        return runs.whatThereIs();
    }

    /** The algorithms that runs were recorded of. */
    static Set<String> algorithms(DataFiles files, String target) {
        DataTable file = file(files, target);
        Set<String> names = new LinkedHashSet<>();
        if (file.exists()) {
            file.read(new RowSink() {
                @Override
                public void add(SourceRow row) {
                    try {
                        String name = row.get(RecordedForm.ALGORITHM);
                        if (Name.objection(name).isPresent()) {
                            throw new BadValue(
                                    RecordedForm.ALGORITHM,
                                    name,
                                    Name.objection(name).get());
                        }
                        names.add(name);
                    } catch (BadValue bad) {
                        reject(row.line(), bad.getMessage());
                    }
                }

                @Override
                public void reject(long line, String problem) {
                    throw new InvalidInputException(file.name() + ":" + line + ": " + problem);
                }
            });
        }
        return names;
    }
}
