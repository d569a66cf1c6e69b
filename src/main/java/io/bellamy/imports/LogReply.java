package io.bellamy.imports;

import io.bellamy.imports.ReadLog.NoLog;
import io.bellamy.imports.ReadLog.RunLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of reading logs, as a table of texts: for each log a row {@code none,number,place,reason}, or
 * {@code run,number,cell...} with a cell for each column of runs.csv and a row {@code stage,cell...} for each of its stages.
 *
 * @param logs that were read
 */
record LogReply(List<NumberedLog> logs) {

    /** What came of a log, by the number that it has in the order. */
    record NumberedLog(int number, ReadLog log) {}

    LogReply {
        logs = List.copyOf(logs);
    }

    byte[] bytes() {
        List<List<String>> rows = new ArrayList<>();
        for (NumberedLog numbered : logs) {
            String number = Integer.toString(numbered.number());
            if (numbered.log() instanceof NoLog none) {
                rows.add(List.of("none", number, none.place(), none.reason()));
            } else if (numbered.log() instanceof RunLog run) {
                rows.add(Stream.concat(Stream.of("run", number), run.row().row().stream())
                        .toList());
                run.stages()
                        .forEach(stage -> rows.add(Stream.concat(Stream.of("stage"), stage.stream())
                                .toList()));
            }
        }
        return TextRows.bytes(rows);
    }

    /** Reads it again. */
    static LogReply of(byte[] bytes) {
        List<List<String>> rows = TextRows.rows(bytes);
        List<NumberedLog> logs = new ArrayList<>();
        for (int i = 0; i < rows.size(); ) {
            List<String> row = rows.get(i++);
            int number = Integer.parseInt(row.get(1));
            if (row.get(0).equals("none")) {
                logs.add(new NumberedLog(number, new NoLog(row.get(2), row.get(3))));
                continue;
            }
            RunRow run = RunRow.of(row.subList(2, row.size()));
            List<List<String>> stages = new ArrayList<>();
            while (i < rows.size() && rows.get(i).get(0).equals("stage")) {
                stages.add(rows.get(i).subList(1, rows.get(i).size()));
                i++;
            }
            logs.add(new NumberedLog(number, new RunLog(run, stages, Optional.empty())));
        }
        return new LogReply(logs);
    }
}
