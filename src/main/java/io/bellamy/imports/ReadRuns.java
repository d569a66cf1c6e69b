package io.bellamy.imports;

import io.bellamy.imports.ImportSummary.UnreadFile;
import io.bellamy.imports.ReadLog.NoLog;
import io.bellamy.imports.ReadLog.RunLog;
import io.bellamy.imports.RunRow.RunKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came of reading logs: of several of one run the one that says most of it counts, the others are copies. */
final class ReadRuns {

    private final boolean withStages;
    private final Map<RunKey, RunRow> rows = new LinkedHashMap<>();
    private final Map<RunKey, List<List<String>>> stages = new LinkedHashMap<>();
    private final List<RunRow> copies = new ArrayList<>();
    private final List<UnreadFile> unread = new ArrayList<>();
    private final List<UnreadFile> withoutLog = new ArrayList<>();

    /** Of the stages many rows are kept, which are only needed where they are written. */
    ReadRuns(boolean withStages) {
        this.withStages = withStages;
    }

    void add(ReadLog log) {
        if (log instanceof NoLog none) {
            unread.add(new UnreadFile(none.place(), none.reason()));
        } else if (log instanceof RunLog run) {
            RunRow row = run.row();
            run.withoutLog().ifPresent(reason -> withoutLog.add(new UnreadFile(row.text(RunColumn.LOG), reason)));
            RunRow known = rows.get(row.key());
            if (known != null && !row.saysMoreThan(known)) {
                copies.add(row);
                return;
            }
            if (known != null) {
                copies.add(known);
            }
            rows.put(row.key(), row);
            if (withStages) {
                stages.put(row.key(), run.stages());
            }
        }
    }

    /** Runs that are in the data set now; what could not be read is still told. */
    void forgetRuns() {
        rows.clear();
        stages.clear();
        copies.clear();
    }

    Map<RunKey, RunRow> rows() {
        return rows;
    }

    Map<RunKey, List<List<String>>> stages() {
        return stages;
    }

    List<RunRow> copies() {
        return copies;
    }

    List<UnreadFile> unread() {
        return unread;
    }

    List<UnreadFile> withoutLog() {
        return withoutLog;
    }
}
