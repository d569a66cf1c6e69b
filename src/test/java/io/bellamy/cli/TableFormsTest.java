package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as other programs write them are read as what they mean, or refused in words for people. */
class TableFormsTest {

    @TempDir
    private Path folder;

    static Stream<Arguments> sameTables() {
        return Stream.of(
                form("byte order mark, line ends of Windows", text -> "\uFEFF" + text.replace("\n", "\r\n")),
                form("line ends of old machines", text -> text.replace("\n", "\r")),
                form("no end of the last line", String::stripTrailing),
                form("separators at the end", text -> text.replace("\n", ",,\n")),
                form("separators at the end of rows", text -> text.replaceAll("(?m)(?<=\\d)$", ",")),
                form("rows with nothing in them", text -> text.replaceFirst("\n", "\n\n  \n") + ",,,\n , ,\n\n\t\n"),
                form("everything in quotation marks", text -> text.replaceAll("([^,\n]+)", "\"$1\"")),
                form("spaces around cells", text -> text.replaceAll("([^,\n]+)", "  \"$1\" ")),
                form("a comment and the spreadsheet's hint", text -> "# exported, by me\n\nsep=,\n" + text),
                form("a hint in quotation marks", text -> "\"sep=,\"\n" + text),
                form("an index without a name", text -> text.replaceAll("(?m)^(?=\\d)", "7,")
                        .replaceFirst("", ",")),
                form("a column twice that is not used", text -> text.replaceFirst("\n", ",note,note\n")
                        .replaceAll("(?m)(?<=\\d)$", ",\"a, b\nc\",\"say \"\"so\"\"\"")));
    }

    private static Arguments form(String name, UnaryOperator<String> form) {
        return Arguments.of(name, form);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sameTables")
    void aTableMeansTheSameInItsForms(String name, UnaryOperator<String> form) {
        InputForms forms = InputForms.in(folder);
        var expected = forms.predictions(InputForms.REQUEST);
        InputForms.write(forms.runs(), form.apply(InputForms.read(forms.runs())));
        assertThat(forms.predictions(InputForms.REQUEST)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "nodes,runtime,machine,size,runtime\\n|runs.csv:1: can't be read as a table: column 'runtime' stands there twice",
                "nodes;runtime;machine;size\\n|column 'nodes' is missing; there are nodes;runtime;machine;size: is the data set's separator another one?",
                "sep=;\\nnodes,runtime,machine,size\\n|runs.csv:1: says that the columns are separated by ';', but the data set's separator is ','",
                "nodes,runtime,machine,size\\n2,1,\"a\\n\\nb\",1\\n2,1,\"c|runs.csv:5: can't be read as a table: a quotation mark is opened here and never closed",
                "nodes,runtime,machine,size\\r2,1,\"a\\r\\r\\nb\",1\\r2,1,\"c|runs.csv:5: can't be read as a table: a quotation mark is opened here and never closed",
                "nodes,runtime,machine,size\\n2,1,\"a \\\"b\\\" c\",1\\n|runs.csv:2: can't be read as a table: a quotation mark is closed before the end of a cell",
                "nodes,runtime,machine,size\\n\\n2,1,small,1,9\\n|runs.csv:3: must have no more cells than the header, 4, but has 5",
                "nodes,runtime,machine,size\\n2,1e300,small,1\\n|runs.csv:2: column 'runtime': '1e300' must be a runtime from a microsecond to",
                "nodes,runtime,machine,size\\n2,1e-7,small,1\\n|runs.csv:2: column 'runtime': '1e-7' must be a runtime from a microsecond to",
                "nodes,runtime,machine,size\\n2,1\\n|runs.csv:2: column 'machine': '' must be there; the row ends before it"
            })
    void whatIsNoSuchTableIsRefusedWithItsLine(String table, String message) {
        InputForms forms = InputForms.in(folder);
        InputForms.write(forms.runs(), table.replace("\\n", "\n").replace("\\r", "\r"));
        assertThat(forms.refused(forms.predict(InputForms.REQUEST))).contains(message);
    }

    static Stream<Arguments> noTexts() {
        return Stream.of(
                no(
                        text -> text.replace("2,", "2,\u00e4").getBytes(StandardCharsets.ISO_8859_1),
                        "runs.csv:2: is not UTF-8 text: save it as that, as with iconv"),
                no(
                        text -> (text + "# \u20ac\n\n\u00e4").getBytes(Charset.forName("windows-1252")),
                        "runs.csv:38: is not UTF-8 text"),
                no(text -> text.getBytes(StandardCharsets.UTF_16), "runs.csv: is UTF-16 text: save it as UTF-8"),
                no(
                        TableFormsTest::packed,
                        "runs.csv: is packed with gzip: unpack it; data may be packed where the name"),
                no(
                        text -> new byte[] {'P', 'K', 3, 4, -1},
                        "runs.csv: is a zip, or a spreadsheet: unpack it, or save"));
    }

    private static Arguments no(Function<String, byte[]> form, String message) {
        return Arguments.of(form, message);
    }

    private static byte[] packed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("noTexts")
    void whatIsNoTextIsToldAsWhatItIsOrWithItsLine(Function<String, byte[]> form, String message) throws IOException {
        InputForms forms = InputForms.in(folder);
        Files.write(forms.runs(), form.apply(InputForms.read(forms.runs())));
        assertThat(forms.refused(forms.predict(InputForms.REQUEST))).contains(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-28",
                "2024-02-29",
                "2026-02-28T23:59Z",
                "2026-02-28t23:59:59.123456789z",
                "2026-02-28 23:59:59,5",
                "2026-02-28T23:59:59+0000",
                "2026-02-28T23:59:59-11",
                "2026-02-28T23:59:59+01:00[Europe/Berlin]",
                "2026-02-28 23:59:59 UTC",
                "2026-02-28 23:59:59 +05:30",
                "2026-02-28T23:59:60Z",
                ""
            })
    void aTimeIsTheDayThatIsWrittenThere(String time) {
        InputForms forms = withTimes(time);
        assertThat(forms.answer(InputForms.REQUEST).findPath("oldest_run").asText())
                .isEqualTo(time.isEmpty() ? "" : time.substring(0, "2026-02-28".length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-31",
                "2026-02-29",
                "2026-13-01",
                "2026-00-10",
                "2026-01-31T24:00:00Z",
                "2026-01-31T10:60:00Z",
                "2026-01-31T23:58:60Z",
                "2026-01-31T10:00:00+19:00",
                "2026-01-31T10:00:00[Nowhere/Land]",
                "11/28/2026",
                "28.11.2026",
                "1764288000",
                "20260131",
                "yesterday",
                "２０２６-01-31"
            })
    void aDayThatDoesNotExistOrIsWrittenInAnotherWayIsRefused(String time) {
        InputForms forms = withTimes(time);
        assertThat(forms.refused(forms.predict(InputForms.REQUEST)))
                .contains("runs.csv:2: column 'day': '" + time + "' must be a date or time as 2026-01-31");
    }

    @Test
    void aDayInTheFutureIsWarnedOfOnceAFile() {
        InputForms forms = withTimes("2962-01-01");
        Bellamy outcome = forms.predict(InputForms.REQUEST);
        String warning = "runs.csv:2: column 'day': 2962-01-01 lies in the future (36 such rows)";
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).containsOnlyOnce(warning);
        assertThat(outcome.out()).contains(warning);
        // those that look at the data more than once as well
        for (String[] command : List.of(
                new String[] {"predict", "-a", "wordcount"},
                new String[] {"report", "-a", "wordcount"},
                new String[] {"check", "-a", "wordcount", "--since", "2962-01-01"})) {
            Bellamy told =
                    Bellamy.run(forms.own().arguments(command[0], Arrays.copyOfRange(command, 1, command.length)));
            assertThat(told.err()).as(command[0]).containsOnlyOnce(warning);
        }
    }

    private InputForms withTimes(String time) {
        InputForms forms = InputForms.in(folder);
        InputForms.edit(forms.descriptor(), "  properties:", "  measured_at: {column: day}\n  properties:");
        InputForms.write(
                forms.runs(),
                InputForms.read(forms.runs())
                        .replaceFirst("\n", ",day\n")
                        .replaceAll("(?m)(?<=\\d)$", ",\"" + time + "\""));
        return forms;
    }
}
