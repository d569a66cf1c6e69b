package io.bellamy.imports;

import io.bellamy.imports.FoundLog.FiledLog;
import io.bellamy.logfiles.LogPart;
import io.bellamy.logfiles.LogSource;
import io.bellamy.logfiles.PartFile;
import io.bellamy.logfiles.PartFile.PackedPart;
import io.bellamy.logfiles.PartFile.RemotePart;
import io.bellamy.logfiles.PartFile.StoredPart;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What somebody else is asked to read, as a table of texts: a row {@code rules,place,text}; for each log a row
 * {@code log,number,place,compacted,whole,remark...}; and behind it one for each of its files,
 * {@code stored,place,bytes,modified,path}, {@code packed,place,bytes,modified,archive,entry} or
 * {@code remote,place,bytes,modified,address}.
 *
 * @param rules by which rows are made
 * @param logs to be read
 */
record LogOrder(RuleText rules, List<OrderedLog> logs) {

    /**
     * A log to be read.
     *
     * @param number by which its answer is known
     */
    record OrderedLog(int number, LogSource source) {}

    LogOrder {
        logs = List.copyOf(logs);
    }

    byte[] bytes() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("rules", rules.place(), rules.text()));
        for (OrderedLog log : logs) {
            LogSource source = log.source();
            List<String> row = new ArrayList<>(List.of(
                    "log",
                    Integer.toString(log.number()),
                    source.place(),
                    Boolean.toString(source.compacted()),
                    Boolean.toString(source.whole())));
            row.addAll(source.remarks());
            rows.add(row);
            source.parts().forEach(part -> rows.add(row(part)));
        }
        return TextRows.bytes(rows);
    }

    private static List<String> row(LogPart part) {
        String bytes = Long.toString(part.bytes());
        String modified = Long.toString(part.modified());
        if (part.file() instanceof PackedPart packed) {
            return List.of(
                    "packed", part.place(), bytes, modified, packed.archive().toString(), packed.entry());
        }
        if (part.file() instanceof RemotePart remote) {
            return List.of("remote", part.place(), bytes, modified, remote.address());
        }
        return List.of(
                "stored",
                part.place(),
                bytes,
                modified,
                ((StoredPart) part.file()).path().toString());
    }

    /**
     * Reads it again.
     *
     * @param system opens the files of other file systems by their addresses
     */
    static LogOrder of(byte[] bytes, Function<String, InputStream> system) {
        List<List<String>> rows = TextRows.rows(bytes);
        RuleText rules = new RuleText(rows.get(0).get(1), rows.get(0).get(2));
        List<OrderedLog> logs = new ArrayList<>();
        for (int i = 1; i < rows.size(); ) {
            List<String> log = rows.get(i++);
            List<LogPart> parts = new ArrayList<>();
            while (i < rows.size() && !rows.get(i).get(0).equals("log")) {
                parts.add(part(rows.get(i++), system));
            }
            LogSource source = new LogSource(
                    log.get(2),
                    parts,
                    log.subList(5, log.size()),
                    Boolean.parseBoolean(log.get(3)),
                    Boolean.parseBoolean(log.get(4)));
            logs.add(new OrderedLog(Integer.parseInt(log.get(1)), source));
        }
        return new LogOrder(rules, logs);
    }

    private static LogPart part(List<String> row, Function<String, InputStream> system) {
        String where = row.get(4);
        PartFile file =
                switch (row.get(0)) {
                    case "packed" -> new PackedPart(Path.of(where), row.get(5));
                    case "remote" -> new RemotePart(where, system);
                    default -> new StoredPart(Path.of(where));
                };
        return new LogPart(row.get(1), Long.parseLong(row.get(2)), Long.parseLong(row.get(3)), file);
    }

    /** Reads the logs of the order. */
    LogReply done() {
        RowMaker maker = rules.maker();
        return new LogReply(logs.stream()
                .map(log -> new LogReply.NumberedLog(
                        log.number(), FiledLog.of(log.source()).read(maker)))
                .toList());
    }
}
