package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with data and their descriptions is told with its place. */
class BadDataTest extends BadInputCases {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "0,10,m1,1|column 'nodes': '0' must be a whole number of machines from 1",
                "-2,10,m1,1|column 'nodes': '-2' must be a whole number of machines from 1",
                "2.5,10,m1,1|column 'nodes': '2.5' must be a whole number of machines from 1",
                "NaN,10,m1,1|column 'nodes': 'NaN' must be a whole number of machines from 1",
                "99999999999,10,m1,1|column 'nodes': '99999999999' must be a whole number of machines from 1",
                "2,0,m1,1|column 'runtime': '0' must be a number above 0",
                "2,-1,m1,1|column 'runtime': '-1' must be a number above 0",
                "2,NaN,m1,1|column 'runtime': 'NaN' must be a number above 0",
                "2,1e99999,m1,1|column 'runtime': '1e99999' must be a number above 0",
                "2,,m1,1|column 'runtime': '' must be a number above 0",
                "2,10,m1,big|column 'size': 'big' must be a number",
                "2,10,m1,-1|column 'size': '-1' must be a number of at least 0",
                "2,10,m1,|column 'size': '' must be a number",
                "2,10|column 'machine': '' must be there; the row ends before it",
                "2,10,m1,1,9|must have no more cells than the header, 4, but has 5",
                "0,x,m1,big|column 'nodes': '0' must be a whole number of machines from 1 to 1000000; column 'runtime': 'x' must be a number above 0; column 'size': 'big' must be a number"
            })
    void aBadRowIsNamedWithFileLineColumnAndValue(String row, String message) throws IOException {
        Files.writeString(data.resolve("own/runs.csv"), HEADER + "2,10,m1,1\n" + row + "\n");
        assertFails(2, "runs.csv:3: " + message, run("", words("pretrain -tt own -a wordcount")));
    }

    @Test
    void allBadRowsAreListedUpToTwenty() throws IOException {
        Files.writeString(data.resolve("own/runs.csv"), HEADER + "x,10,m1,1\n".repeat(25));
        Bellamy outcome = run("", words("pretrain -tt own -a wordcount"));
        assertFails(2, "... and 5 more", outcome);
        assertThat(outcome.err()).contains("runs.csv:2:", "runs.csv:21:").doesNotContain("runs.csv:22:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "nodes,runtime,machine\\n2,1,m1|runs.csv:1: column 'size' is missing; there are 'nodes, runtime, machine",
                "nodes,nodes,machine,size\\n|can't be read as a table",
                "nodes,runtime,machine,size\\n2,1,\"m1,1\\n|can't be read as a table"
            })
    void aBadTableIsNamed(String table, String message) throws IOException {
        Files.writeString(data.resolve("own/runs.csv"), table.replace("\\n", "\n"));
        assertFails(
                2,
                message.replace("'nodes, runtime, machine", "nodes, runtime, machine"),
                run("", words("pretrain -tt own -a wordcount")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "file: runs.csv|file: ../../secret.csv|'../../secret.csv' must be the name of a file inside the data set's folder",
                "file: runs.csv|file: /etc/passwd|'/etc/passwd' must be the name of a file inside the data set's folder",
                "file: runs.csv|fil: runs.csv|algorithms.wordcount.fil: unknown key; the nearest known key is algorithms.wordcount.file",
                "{column: runtime}|{column: runtime, unit: days}|'days' must be one of ms, s, min, h",
                "unit: GB|unit: PB|'PB' must be one of b, kb, mb, gb, tb",
                "{column: machine}|{column: machine, constant: m1}|must have exactly one of column, constant, template",
                "{column: machine}|{template: '{machine'}|must be {column}, {column:int} or {column:float} wherever it has braces",
                "scale_out: {column: nodes}|outliers: keep|:1: defaults.scale_out.column: is missing",
                "wordcount:|word/count:|the name must be 1 to 64 letters",
                "algorithms:|joins: [c3o]\\nalgorithms:|must have either algorithms or joins"
            })
    void aBadDescriptionIsNamed(String right, String wrong, String message) throws IOException {
        Files.writeString(data.resolve("own/dataset.yml"), DESCRIPTOR.replace(right, wrong.replace("\\n", "\n")));
        Bellamy outcome = run("", words("pretrain -tt own -a wordcount"));
        assertFails(2, message, outcome);
        assertThat(outcome.err()).containsPattern("dataset\\.yml:\\d+");
    }

    /** Nobody asks for the defaults of none, which says nothing about their keys. */
    @Test
    void whereNoAlgorithmIsNamedNothingElseIsWrong() throws IOException {
        Files.writeString(data.resolve("own/dataset.yml"), "defaults: {file: runs.csv, runtime: {column: runtime}}\n");
        assertThat(run("", words("pretrain -tt own -a wordcount")).err())
                .endsWith("dataset.yml:1: must have either algorithms or joins, where algorithms_from stands for"
                        + " algorithms\n")
                .doesNotContain("unknown key");
    }

    @Test
    void whatIsWrongForSeveralAlgorithmsIsToldOnce() throws IOException {
        Files.writeString(data.resolve("own/dataset.yml"), """
                defaults:
                  file: runs.csv
                  scale_out: {column: nodes}
                  runtime: {column: runtime, unit: days}
                  properties:
                    machine_type: {column: machine, constant: m1}
                algorithms:
                  wordcount: {outliers: keep}
                  sort: {outliers: keep}
                """);
        Bellamy outcome = run("", words("pretrain -tt own -a wordcount"));
        assertFails(2, "must have exactly one of column, constant, template", outcome);
        assertThat(outcome.err()).contains("'days' must be one of ms, s, min, h");
        assertThat(outcome.err().lines()).hasSize(2);
    }

    @Test
    void aDescriptionThatWouldMultiplyIsRefused() throws IOException {
        StringBuilder many = new StringBuilder("defaults:\n  properties:\n");
        for (int i = 0; i < 101; i++) {
            many.append("    p").append(i).append(": {constant: x}\n");
        }
        many.append("algorithms:\n");
        for (int i = 0; i < 1001; i++) {
            many.append("  a").append(i).append(": {}\n");
        }
        Files.writeString(data.resolve("own/dataset.yml"), many);
        Bellamy outcome = run("", words("pretrain -tt own -a a1"));
        assertFails(2, "algorithms: must have at most 1000 entries", outcome);
    }

    @Test
    void aValueThatNobodyMeansIsRefused() throws IOException {
        Files.writeString(data.resolve("own/runs.csv"), HEADER + "2,10," + "m".repeat(1001) + ",1\n4,6,m1,1\n");
        assertFails(2, "runs.csv:2: column 'machine': 'mmm", run("", words("pretrain -tt own -a wordcount")));
    }

    @Test
    void whatIsNoTableIsToldWithoutTheNamesOfClasses() throws IOException {
        Files.writeString(data.resolve("own/runs.csv"), HEADER + "2,10,\"m1\"x,1\n");
        assertFails(
                2,
                "runs.csv:2: can't be read as a table: a quotation mark is closed before the end of a cell",
                run("", words("pretrain -tt own -a wordcount")));
    }
}
