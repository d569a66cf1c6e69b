package io.bellamy.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What an experiment during development showed, as it was noted then; no command makes it again.
 *
 * @param date the day
 * @param program with what
 * @param heads of the columns
 * @param rows the figures and words
 */
record NotedTable(String date, String program, List<String> heads, List<List<String>> rows) {

    static String text(Path file) {
        try {
            NotedTable noted = EvaluationResult.JSON.readValue(Files.readString(file), NotedTable.class);
            return Markdown.table(noted.heads(), noted.rows()) + "\n*Measured on " + noted.date() + " with "
                    + noted.program() + ", and not since.*\n";
        } catch (IOException failure) {
            throw new IllegalStateException(file + " can't be read", failure);
        }
    }
}
