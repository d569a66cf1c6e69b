package io.bellamy.imports;

import java.util.ArrayList;
import java.util.List;

/** Arguments in one cell: those with blanks, and blank ones, stand in quotation marks. */
final class ArgumentCell {

    private ArgumentCell() {}

    static String write(List<String> arguments) {
        StringBuilder text = new StringBuilder();
        for (String argument : arguments) {
            boolean plain = !argument.isEmpty()
                    && argument.chars().noneMatch(letter -> Character.isWhitespace(letter) || letter == '"');
            text.append(text.length() == 0 ? "" : " ")
                    .append(plain ? argument : "\"" + argument.replace("\"", "'") + "\"");
        }
        return CellText.text(text.toString());
    }

    static List<String> read(String cell) {
        List<String> arguments = new ArrayList<>();
        String rest = cell.strip();
        while (!rest.isEmpty()) {
            boolean quoted = rest.charAt(0) == '"';
            int end = rest.indexOf(quoted ? '"' : ' ', 1);
            String argument = end < 0 ? rest : rest.substring(0, end);
            arguments.add(quoted ? argument.substring(1) : argument);
            rest = end < 0 ? "" : rest.substring(end + 1).strip();
        }
        return arguments;
    }
}
