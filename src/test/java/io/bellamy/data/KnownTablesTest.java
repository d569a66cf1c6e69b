package io.bellamy.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.job.Run;
import io.bellamy.problem.BellamyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is read again and again says what one says that is read for the first time. */
class KnownTablesTest {

    private static final String LISTED = """
            defaults:
              file: runs.csv
              scale_out: {column: nodes}
              runtime: {column: seconds}
              properties: {data_size_MB: {column: size}}
            algorithms:
              sort: {rows: {column: job, equals: sort}}
              both: {rows: {column: job, equals: [grep, sort]}}
              other: {rows: {column: job, not: [grep, sort]}}
              large: {rows: [{column: job, equals: sort}, {column: size, above: 100}]}
            """;

    private static final String FROM_COLUMN = """
            algorithms_from: {column: job}
            defaults:
              file: runs.csv
              rows: {column: size, above: 0}
              scale_out: {column: nodes}
              runtime: {column: seconds}
              properties: {data_size_MB: {column: size}}
            """;

    /** The column that is asked for a name is not in the file. */
    private static final String LOOKED_UP = """
            defaults:
              file: runs.csv
              lookups: {teams: {file: teams.csv, column: job, key: name}}
              scale_out: {column: nodes}
              runtime: {column: seconds}
              properties: {data_size_MB: {column: size}}
            algorithms:
              sort: {rows: {column: teams.team, equals: red}}
              other: {rows: {column: teams.team, not: red}}
            """;

    private static final String TEAMS = """
            name,team
            sort,red
            Sort,red
            grep,blue
            wordcount,blue
            """;

    /** Rows of other jobs tell of memory. */
    private static final String OF_MEMORY = """
            defaults:
              file: runs.csv
              scale_out: {column: nodes}
              runtime: {column: seconds}
              properties: {data_size_MB: {column: size}}
              memory_use: {rows: {column: size, above: 0}, died: {column: job, equals: grep}}
            algorithms:
              sort: {rows: {column: job, equals: sort}}
            """;

    private static final String RUNS = """
            job,nodes,seconds,size
            sort,2,10,100
            grep,2,20,200
            Sort,4,30,300
            wordcount,4,40,400
            "grep ",8,50,500
            sort,8,60,600
            """;

    @TempDir
    private Path folder;

    private static String outcome(DatasetCatalog catalog, String algorithm) {
        try {
            return catalog.load("mine", algorithm).toString() + " " + catalog.digest("mine", algorithm);
        } catch (BellamyException refused) {
            return refused.getMessage();
        }
    }

    /** As if nobody had touched it for an hour. */
    private void settle() throws IOException {
        Files.setLastModifiedTime(
                folder.resolve("mine/runs.csv"), FileTime.from(Instant.now().minusSeconds(3600)));
    }

    private static List<Double> runtimes(DatasetCatalog catalog) {
        return catalog.load("mine", "sort").runs().stream().map(Run::runtime).toList();
    }

    /** All that may be wrong with a row of another job is told of this one as well. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sort,4,no number,700\\n",
                "grep,4,no number,700\\n",
                "grep,4,70,none\\n",
                "sort,4,70,700,one too many\\n",
                "wordcount\\n",
                "\\n# nothing\\n",
                ",4,70,700\\n"
            })
    void oneFileTellsEveryJobTheSame(String row) throws IOException {
        for (String description : List.of(LISTED, FROM_COLUMN, LOOKED_UP, OF_MEMORY)) {
            Path own = Files.createTempDirectory(folder, "data");
            OwnTable table = OwnTable.in(own)
                    .described(description)
                    .with("teams.csv", TEAMS)
                    .with("runs.csv", RUNS + row.replace("\\n", "\n"));
            Files.setLastModifiedTime(
                    own.resolve("mine/runs.csv"), FileTime.from(Instant.now().minusSeconds(3600)));
            DatasetCatalog known = table.catalog();
            for (int round = 0; round < 3; round++) {
                for (String algorithm : List.of("sort", "both", "other", "large", "grep", "Sort", "wordcount")) {
                    assertThat(outcome(known, algorithm))
                            .as("round %s, %s of%n%s", round, algorithm, description)
                            .isEqualTo(outcome(table.catalog(), algorithm));
                }
            }
        }
    }

    /** The name stands last, so that a row may end before it. */
    @Test
    void aRowWithoutANameIsToldToEveryJob() throws IOException {
        OwnTable table = OwnTable.in(folder)
                .described(LISTED)
                .with("runs.csv", "size,nodes,seconds,job\n100,2,10,sort\n200,2,20,grep\n300,4\n");
        settle();
        DatasetCatalog known = table.catalog();
        for (int round = 0; round < 3; round++) {
            assertThat(outcome(known, "sort")).contains(":4: ").isEqualTo(outcome(table.catalog(), "sort"));
        }
    }

    @Test
    void whatChangesIsSeen() throws IOException {
        OwnTable table = OwnTable.in(folder).described(LISTED).with("runs.csv", RUNS);
        settle();
        DatasetCatalog known = table.catalog();
        for (int round = 0; round < 3; round++) {
            assertThat(runtimes(known)).containsExactly(10.0, 60.0);
        }
        // of another size, as old as before
        table.with("runs.csv", RUNS + "sort,4,70,700\n");
        settle();
        for (int round = 0; round < 3; round++) {
            assertThat(runtimes(known)).containsExactly(10.0, 60.0, 70.0);
        }
        Instant now = Instant.now();
        // just now, of the same size: that there was another change need not show
        for (int seconds = 71; seconds < 75; seconds++) {
            table.with("runs.csv", RUNS + "sort,4," + seconds + ",700\n");
            Files.setLastModifiedTime(folder.resolve("mine/runs.csv"), FileTime.from(now));
            assertThat(runtimes(known)).containsExactly(10.0, 60.0, (double) seconds);
        }
        table.described(LISTED.replace("equals: sort}}", "equals: grep}}"));
        assertThat(runtimes(known)).containsExactly(20.0, 50.0);
    }
}
