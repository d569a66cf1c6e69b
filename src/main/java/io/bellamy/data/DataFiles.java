package io.bellamy.data;

import io.bellamy.files.InputFile;
import io.bellamy.files.Reason;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Limits;
import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the files of data sets are. Descriptions and data alike lie in the folder of the data set, whatever links there are.
 *
 * @param folder of all data sets
 * @param formats that data may have; the first is that of files of which nothing else is known
 * @param limits how much is looked at
 */
record DataFiles(Path folder, List<RunFormat> formats, Limits limits) {

    DataFiles {
        formats = List.copyOf(formats);
    }

    InputFile file(String target, String name) {
        Path home = folder.resolve(target);
        return InputFile.inside(home, home.resolve(name));
    }

    boolean exists(String target, String name) {
        InputFile file = file(target, name);
        try {
            return file.exists();
        } catch (IOException e) {
            throw unreadable(file.path(), e);
        }
    }

    /** In bytes; 0 where there is no such file. */
    long size(String target, String name) {
        InputFile file = file(target, name);
        try {
            return file.exists() ? file.size() : 0;
        } catch (IOException e) {
            throw unreadable(file.path(), e);
        }
    }

    /** The file with the runs of an algorithm. */
    TableFile runs(String target, AlgorithmDescriptor algorithm) {
        return new TableFile(
                file(target, algorithm.file()),
                format(algorithm.file(), algorithm.format()),
                algorithm.separator(),
                algorithm.columns(),
                limits);
    }

    private RunFormat format(String file, Optional<String> name) {
        return formats.stream()
                .filter(known -> name.map(known.name()::equals)
                        .orElseGet(() -> known.endings().stream().anyMatch(file::endsWith)))
                .findFirst()
                .orElse(formats.get(0));
    }

    static InvalidInputException unreadable(Path path, IOException e) {
        return new InvalidInputException(Reason.of(Quoted.line(path.toString()), e));
    }
}
