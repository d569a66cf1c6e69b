package io.bellamy.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A document whose tables stand between {@code <!-- table: NAME -->} and {@code <!-- end -->}, each on a line of its own. */
final class MarkedText {

    private static final Pattern BEGIN = Pattern.compile("<!-- table: (\\S+) -->");
    private static final String END = "<!-- end -->";

    private MarkedText() {}

    /**
     * The document with every table as it is made now.
     *
     * @throws IllegalStateException where a mark is not closed or its table is not known
     */
    static String filled(String text, Map<String, Supplier<String>> tables) {
        List<String> lines = new ArrayList<>();
        String open = "";
        for (String line : text.lines().toList()) {
            Matcher begin = BEGIN.matcher(line);
            boolean ends = line.equals(END);
            if (begin.matches() || ends) {
                if (ends == open.isEmpty()) {
                    throw new IllegalStateException("marks of tables take turns: " + line);
                }
                if (ends) {
                    tables.get(open).get().lines().forEach(lines::add);
                }
                lines.add(line);
                open = ends ? "" : known(begin.group(1), tables);
            } else if (open.isEmpty()) {
                lines.add(line);
            }
        }
        if (!open.isEmpty()) {
            throw new IllegalStateException("the table is not ended: " + open);
        }
        return String.join("\n", lines) + "\n";
    }

    /** What stands outside the marks. */
    static List<String> unmarked(String text) {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : text.lines().toList()) {
            if (!inside) {
                lines.add(line);
            }
            inside = BEGIN.matcher(line).matches() || (inside && !line.equals(END));
        }
        return lines;
    }

    private static String known(String name, Map<String, Supplier<String>> tables) {
        if (!tables.containsKey(name)) {
            throw new IllegalStateException("there is no table " + name + ", but " + tables.keySet());
        }
        return name;
    }
}
