package io.bellamy.yaml;

import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Limits;
import io.bellamy.problem.Quoted;
import java.util.ArrayList;
import java.util.List;

/** Divides a text into its documents, line by line, without a copy of it. */
final class DocumentSplitter {

    private static final String BEGIN = "---";
    private static final String END = "...";

    private final String name;
    private final String text;
    private final Limits limits;
    private final List<YamlText> documents = new ArrayList<>();

    /** Begins of documents, those with nothing in them too. */
    private int begun;

    DocumentSplitter(String name, String text, Limits limits) {
        this.name = name;
        this.text = text;
        this.limits = limits;
    }

    /** The documents that have something in them. */
    List<YamlText> split() {
        boolean objects = isLines();
        int begin = 0;
        int beginLine = 0;
        boolean filled = false;
        int line = 0;
        for (int at = 0; at < text.length(); line++) {
            int end = endOfLine(at);
            if (at > begin && (objects || isBegin(at, end))) {
                add(filled, begin, at, beginLine);
                begin = at;
                beginLine = line;
                filled = false;
            }
            filled |= !isNothing(at, end);
            at = afterLine(end);
        }
        add(filled, begin, text.length(), beginLine);
        return documents;
    }

    private void add(boolean filled, int begin, int end, int line) {
        // lines of JSON with nothing in them are no documents
        boolean counts = filled || text.startsWith(BEGIN, begin);
        begun += counts ? 1 : 0;
        if (begun > limits.documents()) {
            throw new InvalidInputException(
                    Quoted.plain(name) + ": has " + Limits.exceeded(limits.documents(), "document", "documents"));
        }
        if (filled) {
            documents.add(new YamlText(
                    new YamlSource(Quoted.line(name), line),
                    text.substring(begin, end).stripTrailing()));
        }
    }

    /** Lines of JSON: by the name, or as every line looks like an object, or as the first is one and more follow. */
    private boolean isLines() {
        if (name.endsWith(".jsonl")) {
            return true;
        }
        int filled = 0;
        boolean all = true;
        boolean begins = false;
        String first = "";
        for (int at = 0; at < text.length(); ) {
            int end = endOfLine(at);
            String line = filled < 1 || all ? text.substring(at, end).strip() : "";
            if (!isBlank(at, end)) {
                filled++;
                all &= line.startsWith("{") && line.endsWith("}");
                first = filled == 1 ? line : first;
                begins |= isBegin(at, end);
                if (filled == 1 && !line.startsWith("{")) {
                    return false;
                }
            }
            at = afterLine(end);
        }
        return filled > 1 && (all || (!begins && JsonNodes.isObject(first)));
    }

    private int endOfLine(int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private int afterLine(int end) {
        return Math.min(text.length(), text.startsWith("\r\n", end) ? end + 2 : end + 1);
    }

    /** A line that begins a document; inside of one it can't stand. */
    private boolean isBegin(int at, int end) {
        return text.startsWith(BEGIN, at) && (end == at + BEGIN.length() || isSpace(at + BEGIN.length()));
    }

    private boolean isNothing(int at, int end) {
        int first = at;
        while (first < end && isSpace(first)) {
            first++;
        }
        boolean mark = text.startsWith(BEGIN, at) || text.startsWith(END, at);
        return first == end || text.charAt(first) == '#' || (mark && isBlank(at + BEGIN.length(), end));
    }

    private boolean isBlank(int at, int end) {
        for (int i = at; i < end; i++) {
            if (!isSpace(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isSpace(int at) {
        return Character.isWhitespace(text.charAt(at));
    }
}
