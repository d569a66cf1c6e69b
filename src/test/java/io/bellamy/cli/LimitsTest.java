package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No input is looked at for longer, or told of at greater length, than the configuration allows. */
class LimitsTest {

    @TempDir
    private Path folder;

    @Test
    void documentsAreCountedEvenIfThereIsNothingInThem() {
        InputForms forms = InputForms.in(folder);
        assertThat(forms.refused(forms.predict("---\n".repeat(9_000_000))))
                .contains(
                        "standard input: has more than 100000 documents; raise limits.documents in the configuration");
        limit(forms, "documents: 2");
        String line =
                "{\"min_scale_out\":2,\"max_scale_out\":2,\"algorithm\":\"wordcount\",\"essential_properties\":{\"machine_type\":\"small\",\"data_size_MB\":4000}}\n";
        assertThat(forms.refused(forms.predict(line.repeat(3)))).contains("more than 2 documents");
        for (int i = 0; i < 3; i++) {
            InputForms.write(folder.resolve("data/" + i + ".json"), line);
        }
        String[] all = forms.own()
                .arguments(
                        "predict",
                        "-a",
                        "wordcount",
                        "-r",
                        folder.resolve("data").toString());
        assertThat(forms.refused(Bellamy.run(all))).contains("data: has more than 2 documents; raise limits.documents");
        InputForms.edit(forms.configuration(), "documents: 2", "documents: 3");
        assertThat(Bellamy.run(all).exitCode()).isZero();
    }

    @Test
    void unknownKeysAreListedUpToALimitAndLongOnesNotCompared() {
        InputForms forms = InputForms.in(folder);
        StringBuilder request = new StringBuilder("{\"" + "k".repeat(900_000) + "\": 1}");
        assertThat(forms.refused(forms.predict(request.toString())))
                .hasSizeLessThan(1000)
                .contains("unknown key");
        request.setLength(0);
        for (int i = 0; i < 80_000; i++) {
            request.append("key").append(i).append(": 1\n");
        }
        String told = forms.refused(forms.predict(request.toString()));
        assertThat(told.lines()).hasSize(201);
        assertThat(told).contains("... and 79802 more").containsOnlyOnce(": key19: unknown key; the nearest");
        assertThat(told.lines().filter(line -> line.contains("nearest"))).hasSize(20);
        limit(forms, "problems: 3, suggestions: 1");
        String shorter = forms.refused(forms.predict(request.toString()));
        assertThat(shorter.lines()).hasSize(4);
        assertThat(shorter.lines().filter(line -> line.contains("nearest"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rows: 35|runs.csv: has more than 35 rows; raise limits.rows in the configuration",
                "columns: 3|runs.csv:1: can't be read as a table: it has more than 3 columns; raise limits.columns",
                "cell_characters: 6|a cell has more than 6 characters; raise limits.cell_characters",
                "data_bytes: 100|runs.csv: is larger than 100 bytes; raise limits.data_bytes in the configuration",
                "document_bytes: 200|dataset.yml: is larger than 200 bytes; raise limits.document_bytes in the configuration",
                "document_bytes: 30|standard input:1: has more than 30 bytes; raise limits.document_bytes in the configuration",
                "stream_bytes: 9|standard input: is larger than 9 bytes; raise limits.stream_bytes in the configuration",
                "rows: 0|limits.rows: '0' must be a whole number from 1",
                "lines: 4|limits.lines: unknown key"
            })
    void eachLimitIsNamedWhereItIsMet(String limit, String message) {
        InputForms forms = InputForms.in(folder);
        limit(forms, limit);
        assertThat(forms.refused(forms.predict(InputForms.REQUEST))).contains(message);
    }

    @Test
    void aLimitThatIsJustMetIsNoLimit() {
        InputForms forms = InputForms.in(folder);
        limit(forms, "rows: 36, columns: 4, cell_characters: 7, documents: 1, problems: 1, suggestions: 1");
        assertThat(forms.predict(InputForms.REQUEST).exitCode()).isZero();
    }

    @Test
    void aValueOfARequestHasAThousandCharactersAtMost() {
        InputForms forms = InputForms.in(folder);
        String longest = "x".repeat(1000);
        assertThat(forms.answer(InputForms.REQUEST.replace("machine_type: small", "machine_type: " + longest))
                        .at("/context/machine_type")
                        .asText())
                .isEqualTo(longest);
        assertThat(forms.refused(
                        forms.predict(InputForms.REQUEST.replace("machine_type: small", "machine_type: x" + longest))))
                .contains("essential_properties.machine_type: ", "must be at most 1000 characters long");
    }

    @Test
    void aRowWithoutEndAndAQuotationWithoutEndAreRefusedWhereTheyStart() {
        InputForms forms = InputForms.in(folder);
        String runs = InputForms.read(forms.runs());
        InputForms.write(forms.runs(), runs.replaceFirst("\n", ",x".repeat(1_000_000) + "\n"));
        assertThat(forms.refused(forms.predict(InputForms.REQUEST))).contains("runs.csv:1:", "more than 10000 columns");
        InputForms.write(forms.runs(), runs + "2,3,\"" + "a\n".repeat(100_000));
        assertThat(forms.refused(forms.predict(InputForms.REQUEST)))
                .contains("a cell has more than 100000 characters", "or a quotation mark is not closed");
    }

    @Test
    void deepAndTangledDocumentsAreRefused() {
        InputForms forms = InputForms.in(folder);
        assertThat(forms.refused(forms.predict("{\"a\":".repeat(5000) + "1" + "}".repeat(5000))))
                .contains("is not valid JSON: ");
        assertThat(forms.refused(forms.predict("a: " + "[".repeat(5000)))).contains("is not valid YAML: ");
        assertThat(forms.refused(forms.predict("a: &a [1]\nb: [" + "*a,".repeat(1001) + "1]")))
                .contains("is not valid YAML: ");
        assertThat(forms.refused(Bellamy.run("predict", "--" + "x".repeat(1_000_000))))
                .hasSizeLessThan(2000);
    }

    private static void limit(InputForms forms, String limits) {
        InputForms.edit(forms.configuration(), "path_to_data_dir", "limits: {" + limits + "}\npath_to_data_dir");
    }
}
