package io.bellamy.parquet;

import io.bellamy.files.InputFile;
import io.bellamy.files.Reason;
import io.bellamy.problem.InvalidInputException;
import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A table in a file of Parquet, or in those of a folder. Safe for several threads.
 *
 * @param place the file or folder
 * @param name its name, for messages
 */
public record ParquetTable(InputFile place, String name) {

    /** So many different rows are remembered where different ones are asked for. */
    private static final int MOST_DIFFERENT = 100_000;

    /**
     * Its files, by name.
     *
     * @throws InvalidInputException if they can't be listed, or there is something else
     * @throws io.bellamy.problem.NothingToWorkWithException if there are none
     */
    public List<InputFile> files() {
        return parts().stream().map(TablePart::file).toList();
    }

    /**
     * Reads the rows that are wanted, in the order of the files and theirs. What takes memory is a row group's packed columns.
     *
     * @throws InvalidInputException if a file is no such file or damaged, or a column is missing or has no texts
     */
    public void read(TableQuestion question, Consumer<ParquetRow> rows) {
        for (TablePart part : parts()) {
            if (mayHave(part, question)) {
                new PartReader(part, question).read(rows);
            }
        }
    }

    /** The same, where one of rows that have the same cells is enough. Where dictionaries have all cells, no rows are read. */
    public void readDifferent(TableQuestion question, Consumer<ParquetRow> rows) {
        Set<List<String>> seen = new HashSet<>();
        Consumer<ParquetRow> different = row -> {
            boolean known = seen.size() < MOST_DIFFERENT ? !seen.add(row.cells()) : seen.contains(row.cells());
            if (!known) {
                rows.accept(row);
            }
        };
        for (TablePart part : parts()) {
            PartReader reader = new PartReader(part, question);
            Optional<List<String>> listed =
                    reader.listed().filter(texts -> texts.stream().noneMatch(String::isEmpty));
            listed.ifPresentOrElse(
                    texts -> texts.forEach(
                            text -> different.accept(new ParquetRow(part.name(), 1, Collections.singletonList(text)))),
                    () -> reader.read(different));
        }
    }

    private static boolean mayHave(TablePart part, TableQuestion question) {
        return question.key()
                .map(key -> Optional.ofNullable(part.fixed().get(key.column()))
                        .map(key.wanted()::test)
                        .orElse(true))
                .orElse(true);
    }

    private List<TablePart> parts() {
        try {
            return TableParts.of(place, name);
        } catch (IOException e) {
            throw new InvalidInputException(name + ": " + Reason.of(e));
        }
    }
}
