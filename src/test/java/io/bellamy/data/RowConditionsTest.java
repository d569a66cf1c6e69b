package io.bellamy.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.job.Run;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rows of a table belong to an algorithm, and which were stopped. */
class RowConditionsTest {

    private static final String DESCRIPTION = """
            defaults:
              file: runs.csv
              scale_out: {column: nodes}
              runtime: {column: seconds}
              properties: {}
            algorithms:
              job: {rows: %s}
            """;

    /** Each runtime tells its row. */
    private static final String RUNS = """
            nodes,seconds,job,status,failed,tasks
            2,1,sort,ok,false,10
            2,2,sort,success,false,20
            2,3,sort,killed,false,30
            2,4,sort,ok,true,40
            2,5,grep,ok,false,50
            2,6,sort,ok,false,
            2,7,sort,ok,,1e1
            """;

    @TempDir
    private Path folder;

    private OwnTable table(String rows) {
        return OwnTable.in(folder).described(DESCRIPTION.formatted(rows)).with("runs.csv", RUNS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{column: job, equals: sort}|1 2 3 4 6 7",
                "{column: job, equals: [sort, grep]}|1 2 3 4 5 6 7",
                "[{column: job, equals: sort}, {column: status, equals: [ok, success]}, {column: failed, not: true}]|1 2 6 7",
                "[{column: status, not: [killed, success]}]|1 4 5 6 7",
                "{column: failed, blank: true}|7",
                "[{column: tasks, blank: false}, {column: tasks, above: 10, at_most: 40}]|2 3 4",
                "[{column: tasks, blank: false}, {column: tasks, at_least: 1.0e1, below: 20}]|1 7",
                "[{column: tasks, equals: 10.0, kind: number}]|1 7",
                "[{column: tasks, equals: 10}]|1",
                "[]|1 2 3 4 5 6 7"
            })
    void rowsAreThoseThatFulfilEveryCondition(String rows, String expected) {
        assertThat(table(rows).runtimes("job").stream().map(seconds -> String.valueOf(seconds.intValue())))
                .containsExactly(expected.split(" ", -1));
    }

    @Test
    void anAlgorithmsOwnConditionsReplaceThoseOfTheDefaultsAndStoppedRunsAreFoundInTheSameWay() {
        OwnTable table = OwnTable.in(folder).described("""
                defaults:
                  file: runs.csv
                  scale_out: {column: nodes}
                  runtime: {column: seconds}
                  rows: {column: job, equals: sort}
                  stopped: [{column: status, equals: killed}, {column: tasks, above: 20}]
                  properties: {}
                algorithms:
                  job: {}
                  other: {rows: [{column: job, equals: grep}]}
                """).with("runs.csv", RUNS.replace("2,6,sort,ok,false,\n", ""));
        assertThat(table.load("job").stopped()).extracting(Run::runtime).containsExactly(3.0);
        assertThat(table.runtimes("job")).containsExactly(1.0, 2.0, 4.0, 7.0);
        assertThat(table.runtimes("other")).containsExactly(5.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{column: job}|rows: must have exactly one of equals, not, blank, or of above",
                "{column: job, equals: a, not: b}|rows: must have exactly one of equals, not, blank",
                "[{column: tasks, above: 1, at_least: 2}]|rows[0]: must have only one of above, at_least",
                "[{column: job, equals: a}, {column: tasks, above: 5, below: 5}]|rows[1]: no number is above 5 and below 5",
                "{column: tasks, above: 1k}|rows.above: '1k' must be a number, without a unit or suffix",
                "{column: tasks, above: 1, kind: number}|rows.kind: 'number' must be left out: only equals and not have it",
                "{column: job, equals: []}|rows.equals: must have 1 to 1000 values",
                "{column: job, blank: maybe}|'maybe' must be one of true, false",
                "[{equals: a}]|rows[0].column: is missing",
                "[{column: job, equal: a}]|rows[0].equal: unknown key; the nearest known key is algorithms.job.rows[0].equals",
                "sort|rows: must be a mapping of keys to values",
                "[{column: nodez, blank: true}]|runs.csv:1: column 'nodez' is missing",
                "{column: tasks, above: 3}|runs.csv:7: column 'tasks': '' must be a number, or a condition before must leave such rows out (blank: false)",
                "{column: status, above: 3}|runs.csv:2: column 'status': 'ok' must be a number",
                "{column: failed, not: True}|runs.csv:5: column 'failed': 'true' must be written as the 'True' that is left out",
                "[{column: job, equals: Sort}, {column: tasks, below: 3}]|has no run with job 'Sort' and tasks below 3; ",
                "{column: job, equals: Sort}|runs.csv:2: column 'job': 'sort' is not taken for 'Sort', whose capitals are others"
            })
    void whatIsWrongWithThemIsToldWithItsPlace(String rows, String message) {
        assertThat(table(rows).refusal("job")).contains(message);
    }

    @Test
    void aSuccessInOtherCapitalsIsWarnedOf() {
        OwnTable table = table("{column: status, equals: ok}");
        table.with("runs.csv", RUNS.replace("2,1,sort,ok", "2,1,sort,OK"));
        assertThat(table.load("job").warnings())
                .singleElement()
                .asString()
                .endsWith("runs.csv:2: column 'status': 'OK' is not taken for 'ok', whose capitals are others");
    }

    @Property
    void aRangeHasExactlyTheNumbersBetweenItsEnds(
            @ForAll @IntRange(min = 0, max = 6) int low,
            @ForAll @IntRange(min = 0, max = 6) int high,
            @ForAll boolean withLow,
            @ForAll boolean withHigh,
            @ForAll @IntRange(min = -1, max = 15) int doubled) {
        NumberRange range = new NumberRange(
                Optional.of(new NumberRange.End(BigDecimal.valueOf(low), withLow)),
                Optional.of(new NumberRange.End(BigDecimal.valueOf(high), withHigh)));
        double number = doubled / 2.0;
        boolean inside = (withLow ? number >= low : number > low) && (withHigh ? number <= high : number < high);
        assertThat(range.contains(BigDecimal.valueOf(number))).isEqualTo(inside);
        // a number between two that differ by one is always among those tried
        boolean any = false;
        for (double candidate = 0; candidate <= 6; candidate += 0.5) {
            any |= range.contains(BigDecimal.valueOf(candidate));
        }
        assertThat(range.isEmpty()).isEqualTo(!any);
    }
}
