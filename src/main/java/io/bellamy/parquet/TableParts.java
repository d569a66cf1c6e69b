package io.bellamy.parquet;

import io.bellamy.files.InputFile;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.NothingToWorkWithException;
import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the files of a table: one, or those of a folder, as Spark writes them. */
final class TableParts {

    private static final String ENDING = ".parquet";
    private static final Pattern VALUE = Pattern.compile("([^=]+)=(.*)");
    private static final Pattern ESCAPED = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final String NOTHING = "__HIVE_DEFAULT_PARTITION__";
    private static final int DEEPEST = 8;
    private static final int MOST = 100_000;

    private final List<TablePart> parts = new ArrayList<>();

    private TableParts() {}

    /**
     * The files, by name.
     *
     * @throws NothingToWorkWithException if a folder has none
     * @throws InvalidInputException if it has something else
     */
    static List<TablePart> of(InputFile place, String name) throws IOException {
        if (!place.isFolder()) {
            return List.of(new TablePart(place, name, Map.of()));
        }
        TableParts found = new TableParts();
        found.below(place, name, Map.of(), 0);
        if (found.parts.isEmpty()) {
            throw new NothingToWorkWithException(name + ": has no file *" + ENDING);
        }
        return found.parts;
    }

    private void below(InputFile folder, String name, Map<String, String> fixed, int depth) throws IOException {
        for (Path entry : InputFile.list(folder.path())) {
            String own = entry.getFileName().toString();
            // marks of being written, checksums
            if (own.startsWith("_") || own.startsWith(".")) {
                continue;
            }
            InputFile file = folder.child(own);
            String shown = name + "/" + Quoted.line(own);
            Matcher value = VALUE.matcher(own);
            if (file.isFolder() && value.matches() && depth < DEEPEST) {
                Map<String, String> more = new LinkedHashMap<>(fixed);
                more.put(unescaped(value.group(1)), NOTHING.equals(value.group(2)) ? "" : unescaped(value.group(2)));
                below(file, shown, more, depth + 1);
            } else if (own.endsWith(ENDING) && !file.isFolder()) {
                parts.add(new TablePart(file, shown, fixed));
            } else {
                throw new InvalidInputException(shown + ": is neither a file *" + ENDING
                        + " nor a folder column=value with such files; a folder with a table has nothing else");
            }
            if (parts.size() > MOST) {
                throw new InvalidInputException(name + ": has more than " + MOST + " files");
            }
        }
    }

    /** Spark writes what can't stand in a name as % and two digits of 16. */
    private static String unescaped(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(match.group(1), 16))));
    }
}
