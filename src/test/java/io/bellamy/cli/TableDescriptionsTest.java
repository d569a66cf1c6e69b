package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same runs in tables of quite different kinds give the same answers, from the command line to the prediction. */
class TableDescriptionsTest {

    @TempDir
    private Path folder;

    private InputForms forms;
    private JsonNode expected;
    private List<Row> rows;

    private record Row(int nodes, double runtime, String machine, int megabytes) {}

    @BeforeEach
    void plain() {
        forms = InputForms.in(folder);
        expected = forms.predictions(InputForms.REQUEST);
        rows = InputForms.read(forms.runs())
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> new Row(
                        Integer.parseInt(cells[0]), Double.parseDouble(cells[1]), cells[2], Integer.parseInt(cells[3])))
                .toList();
    }

    private String lines(Function<Row, String> line) {
        return rows.stream().map(line).collect(Collectors.joining());
    }

    private void packed(String file, String text) {
        try (OutputStream out =
                new GZIPOutputStream(Files.newOutputStream(forms.runs().resolveSibling(file)))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aSpreadsheetWithCommasUnitsAndFailedRuns() {
        InputForms.write(forms.descriptor(), """
                algorithms_from: {column: Auftrag}
                defaults:
                  file: runs.csv
                  separator: ";"
                  decimal: comma
                  rows: [{column: Status, equals: [ok, fertig]}, {column: Fehler, not: WAHR}]
                  computed: {nodes: "{Kerne gesamt} / kerne"}
                  scale_out: {column: nodes}
                  runtime: {column: Dauer, unit: written}
                  properties:
                    machine_type: {column: Typ}
                    data_size_MB: {column: Eingabe, unit: written}
                """);
        InputForms.write(
                forms.runs(),
                "Auftrag;Status;Fehler;Kerne gesamt;kerne;Dauer;Typ;Eingabe\n"
                        + "wordcount;abgebrochen;;8;4;1,5 min;small;1 GB\nwordcount;ok;WAHR;8;4;1,5 min;small;1 GB\n"
                        + "sort;ok;;8;4;1,5 min;small;1 GB\n"
                        + lines(row -> String.format(
                                        Locale.ROOT,
                                        "wordcount;fertig;FALSCH;%d;4;%s s;%s;%d.%03d GB%n",
                                        4 * row.nodes(),
                                        row.runtime(),
                                        row.machine(),
                                        row.megabytes() / 1000,
                                        row.megabytes() % 1000)
                                .replace('.', ',')));
        assertThat(forms.predictions(InputForms.REQUEST)).isEqualTo(expected);
    }

    @Test
    void packedLinesOfJsonWithTimesFromStartToEndAndALookUp() {
        InputForms.write(forms.descriptor(), """
                defaults:
                  file: runs.jsonl.gz
                  lookups: {machines: {file: machines.tsv, column: cluster.vm, key: id}}
                  rows: {column: machines.family, equals: wordcount}
                  scale_out: {column: cluster.size}
                  runtime: {start: begin, end: end, epoch: us}
                  properties:
                    machine_type: {column: machines.name}
                    data_size_MB: {column: bytes, unit: B, digits: 6}
                algorithms: {wordcount: {}}
                """);
        InputForms.write(
                forms.runs().resolveSibling("machines.tsv"),
                "id\tname\tfamily\n"
                        + rows.stream()
                                .map(Row::machine)
                                .distinct()
                                .map(name -> "vm " + name + "\t" + name + "\twordcount\n")
                                .collect(Collectors.joining())
                        + "other\tsmall\tother\n");
        long begin = 1_769_850_000_000_000L;
        packed(
                "runs.jsonl.gz",
                "{\"cluster\":{\"vm\":\"other\",\"size\":2},\"bytes\":1}\n"
                        + lines(row -> "{\"cluster\":{\"vm\":\"vm " + row.machine() + "\",\"size\":" + row.nodes()
                                + "},\"begin\":" + begin + ",\"end\":" + (begin + Math.round(row.runtime() * 1e6))
                                + ",\"bytes\":" + (row.megabytes() * 1_000_000L + 1) + "}\n"));
        assertThat(forms.predictions(InputForms.REQUEST)).isEqualTo(expected);
    }

    @Test
    void whatIsWrongIsToldAllAtOnceWithoutNamesOfClasses() {
        InputForms.write(forms.descriptor(), """
                defaults:
                  file: runs.csv
                  rows: [{column: machine, equals: small, blank: true}]
                  computed: {x: "nodes ^ 2"}
                  lookups: {machines: {file: ../machines.csv, column: machine}}
                  scale_out: {column: nodes}
                  runtime: {start: a, unit: s}
                  properties: {data_size_MB: {column: size, digits: 99}}
                algorithms: {wordcount: {}}
                """);
        assertThat(forms.refused(forms.predict(InputForms.REQUEST)).lines())
                .hasSize(5)
                .anyMatch(
                        line -> line.contains("dataset.yml:3: defaults.rows[0]: must have exactly one of equals, not"))
                .anyMatch(
                        line -> line.contains("dataset.yml:4: defaults.computed.x: 'nodes ^ 2' must be an expression"))
                .anyMatch(line -> line.contains("dataset.yml:5: defaults.lookups.machines.file: '../machines.csv'"))
                .anyMatch(line -> line.contains("dataset.yml:7: defaults.runtime: must have either column"))
                .anyMatch(line -> line.contains("data_size_MB.digits: '99' must be a whole number from 1 to 15"));
    }
}
