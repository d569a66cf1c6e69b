package io.bellamy.data;

import io.bellamy.parquet.ParquetFiles.Style;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of runs in Parquet share: fifty jobs of forty runs, and their description. */
abstract class ParquetCases {

    static final String DESCRIPTION = """
            algorithms_from: {column: job}
            defaults:
              file: runs.parquet
              scale_out: {column: nodes}
              runtime: {column: seconds}
              properties: {data_size_MB: {column: size}}
            """;

    static final Style STYLE = Style.of(
            "optional binary job (STRING)", "required int32 nodes", "optional double seconds", "optional int64 size");

    static final int JOBS = 50;
    static final int RUNS = 40;

    @TempDir
    Path folder;

    OwnTable table;

    @BeforeEach
    void prepare() {
        table = OwnTable.in(folder).described(DESCRIPTION);
    }

    Path file(String name) {
        return folder.resolve("mine").resolve(name);
    }

    static Object[] row(int job, int run) {
        return new Object[] {"job-" + (10 + job), 2 + run % 5, 1 + 100.0 * job + run, 1000L + run % 3};
    }

    /** Sorted by job, or by run. */
    static List<Object[]> rows(boolean sorted) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < JOBS * RUNS; i++) {
            rows.add(sorted ? row(i / RUNS, i % RUNS) : row(i % JOBS, i / JOBS));
        }
        return rows;
    }

    static List<Double> runtimes(int job) {
        List<Double> runtimes = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            runtimes.add(1 + 100.0 * job + run);
        }
        return runtimes;
    }
}
