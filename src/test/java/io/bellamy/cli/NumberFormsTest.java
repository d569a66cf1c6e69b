package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers are written in one way in all that users give. */
class NumberFormsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2d", "300f", "0x1p8", "0x10", "0.398d", "1e-2f", "2L", "NaN", "Infinity", "-Infinity", ".inf", "1:30",
                        "0o17",
                "1,501", "1 000", "1'000", "1__0", "_1", "1_", "1e999999999", "1e-9999", "٤", "４", "−1", "five", "."
            })
    void whatIsNoNumberIsRefusedWhereverItStands(String text) {
        InputForms forms = InputForms.in(folder);
        String quoted = "'" + text + "'";
        assertThat(forms.refused(forms.predict(InputForms.REQUEST + "max_runtime: \"" + text + "\"")))
                .contains("standard input:6: max_runtime: ", " must be a number");
        assertThat(forms.refused(forms.predict(InputForms.REQUEST.replace("4000", "\"" + text + "\""))))
                .contains("essential_properties.data_size_MB: " + quoted + " must be a number");
        assertThat(forms.refused(
                        forms.predict(InputForms.REQUEST + "optional_properties_per_node: {memory: \"" + text + "\"}")))
                .contains("memory: " + quoted + " must be a number");
        assertThat(forms.refused(forms.predict(InputForms.REQUEST + "prices: {per_hour: {small: \"" + text + "\"}}")))
                .contains("prices.per_hour.small: " + quoted + " must be a number");
        for (String option : List.of("--max-runtime", "--max-cost", "--confidence", "--interval", "--seed")) {
            assertThat(forms.refused(forms.predict(InputForms.REQUEST, option + "=" + text)))
                    .contains(option, " must be a ", "number");
        }
        assertThat(forms.refused(forms.own().pretrain("-a", "wordcount", "--trials=" + text)))
                .contains("--trials");
        String runs = InputForms.read(forms.runs());
        InputForms.write(forms.runs(), runs.replace("2,68.5,small,1000", "2,\"" + text + "\",small,\"" + text + "\""));
        assertThat(forms.refused(forms.predict(InputForms.REQUEST)))
                .contains("runs.csv:2: column 'runtime': " + quoted + " must be a number above 0")
                .contains("column 'size': " + quoted + " must be a number");
        InputForms.write(forms.runs(), runs);
        InputForms.edit(forms.configuration(), "lr: [0.02, 0.03]", "lr: [\"" + text + "\", 0.03]");
        assertThat(forms.refused(forms.predict(InputForms.REQUEST)))
                .contains("config.yml:", "tune_run.config.lr[0]: " + quoted + " must be a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4_000", "+4000", " 4000 ", "4000.", "4000.0", "4e3", "4E+3", "04000", "40_00.0e0"})
    void aNumberIsTheSameHoweverItIsWritten(String text) {
        InputForms forms = InputForms.in(folder);
        String runs = InputForms.read(forms.runs());
        var expected =
                forms.answer(InputForms.REQUEST + "max_runtime: 100\noptional_properties_per_node: {memory: 4000}");
        String request = InputForms.REQUEST.replace("data_size_MB: 4000", "data_size_MB: \"" + text + "\"")
                + "max_runtime: \"100.0\"\noptional_properties_per_node: {memory: \"" + text + "\"}";
        var asked = forms.answer(request);
        assertThat(asked.get("predictions")).isEqualTo(expected.get("predictions"));
        assertThat(asked.at("/fine_tuning/runs").asInt()).isEqualTo(6);
        assertThat(asked.at("/warnings")).isEqualTo(expected.get("warnings"));
        InputForms.write(forms.runs(), runs.replace(",4000", ",\"" + text + "\""));
        assertThat(forms.predictions(
                        InputForms.REQUEST + "max_runtime: 100\noptional_properties_per_node: {memory: 4000}"))
                .isEqualTo(expected.get("predictions"));
    }

    @Test
    void machinesAreCountedFromOneToAMillion() {
        InputForms forms = InputForms.in(folder);
        String runs = InputForms.read(forms.runs());
        for (String least : List.of("1", "1.0", "1_000_000")) {
            InputForms.write(forms.runs(), runs.replaceFirst("\n2,", "\n" + least + ","));
            forms.answer(InputForms.REQUEST);
        }
        for (String beyond : List.of("0", "-2", "2.5", "1000001")) {
            InputForms.write(forms.runs(), runs.replaceFirst("\n2,", "\n" + beyond + ","));
            assertThat(forms.refused(forms.predict(InputForms.REQUEST)))
                    .contains("runs.csv:2: column 'nodes': '" + beyond
                            + "' must be a whole number of machines from 1 to 1000000");
        }
    }

    @Test
    void optionsTakeThemToo() {
        InputForms forms = InputForms.in(folder);
        assertThat(forms.answer(InputForms.REQUEST, "--max-runtime", "1_00", "--interval", "5e-1"))
                .isEqualTo(forms.answer(InputForms.REQUEST + "max_runtime: 100\ninterval: .5"));
        assertThat(forms.answer(InputForms.REQUEST + "prices: {minimum_seconds: 0, per_hour: {small: 1}}")
                        .at("/predictions/0/cost")
                        .asDouble())
                .isPositive();
    }

    @Test
    void aPointThatMaySeparateThousandsIsWarnedOfOnceAFile() {
        InputForms forms = InputForms.in(folder);
        String runs = InputForms.read(forms.runs());
        StringBuilder large = new StringBuilder();
        runs.lines().forEach(line -> large.append(line.replaceFirst("^(\\d+),(\\d+)\\.?\\d*,", "$1,1$2,"))
                .append('\n'));
        InputForms.write(forms.runs(), large.toString().replaceFirst("\n2,168,", "\n2,1.501,"));
        Bellamy outcome = forms.predict(InputForms.REQUEST);
        assertThat(outcome.err())
                .containsOnlyOnce("runs.csv:2: column 'runtime': '1.501' is read as it stands, but the other numbers");
        assertThat(outcome.out()).contains("'1.501' is read as it stands");
        String alike = runs.replaceAll("(?m)^(\\d+),[0-9.]+,", "$1,2000,");
        InputForms.write(forms.runs(), alike.replaceFirst("\n2,2000,", "\n2,150.500,"));
        assertThat(forms.predict(InputForms.REQUEST).err())
                .as("150500 would be far from the others too")
                .doesNotContain("thousand");
        InputForms.write(forms.runs(), runs);
        assertThat(forms.predict(InputForms.REQUEST).err()).doesNotContain("thousand");
    }
}
