package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes two values of a property the same is up to its kind; and where random numbers come from is told. */
class PropertyKindsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void namesThatLookLikeNumbersStayApart() {
        InputForms forms = InputForms.in(folder);
        StringBuilder runs = new StringBuilder("nodes,runtime,machine,size\n");
        for (String type : new String[] {"3.1", "3.10", "3.2"}) {
            for (int i = 0; i < 12; i++) {
                int nodes = 2 + 2 * (i % 4);
                double runtime = (type.equals("3.10") ? 200 : 60) + 100.0 / nodes + i * 0.5;
                runs.append(nodes + "," + runtime + "," + type + ",1000\n");
            }
        }
        InputForms.write(forms.runs(), runs.toString());
        Bellamy pretrained = forms.own().pretrain("-a", "wordcount", "--force", "--quiet");
        assertThat(pretrained.exitCode()).as(pretrained.err()).isZero();
        JsonNode slow = forms.answer(request("'3.10'"));
        JsonNode fast = forms.answer(request("3.1"));
        assertThat(slow.at("/fine_tuning/runs").asInt()).isEqualTo(12);
        assertThat(slow.at("/context/machine_type").asText()).isEqualTo("3.10");
        assertThat(slow.at("/predictions/0/runtime_seconds").asDouble()).isBetween(220.0, 280.0);
        assertThat(fast.at("/fine_tuning/runs").asInt()).isEqualTo(12);
        assertThat(fast.at("/predictions/0/runtime_seconds").asDouble()).isBetween(90.0, 130.0);
        assertThat(forms.answer(request("3.100")).at("/warnings").toString()).contains("'3.100' was never seen");
    }

    private static String request(String type) {
        return InputForms.REQUEST.replace(
                "machine_type: small, data_size_MB: 4000", "machine_type: " + type + ", data_size_MB: 1e3");
    }

    @Test
    void textsWithNumbersAreComparedByThemWhereTheirKindSaysSo() {
        InputForms forms = InputForms.in(folder);
        InputForms.write(
                forms.runs(),
                InputForms.read(forms.runs()).replaceFirst("\n", ",k\n").replaceAll("(?m)(?<=\\d)$", ",25"));
        InputForms.edit(forms.descriptor(), "size}", "size}\n    job_args: {template: \"{k} 0.001\"}");
        String request = InputForms.REQUEST.replace("{machine", "{job_args: \"25.0  1e-3\", machine");
        assertThat(forms.answer(request).at("/fine_tuning/runs").asInt()).isZero();
        assertThat(forms.answer(request.replace("25.0  1e-3", "25   0.001"))
                        .at("/fine_tuning/runs")
                        .asInt())
                .isEqualTo(6);
        InputForms.edit(forms.descriptor(), "0.001\"}", "0.001\", kind: numbers}");
        assertThat(forms.answer(request).at("/fine_tuning/runs").asInt()).isEqualTo(6);
        InputForms.edit(forms.descriptor(), "kind: numbers", "kind: words");
        assertThat(forms.refused(forms.predict(request)))
                .contains("job_args.kind: 'words' must be one of name, number, numbers");
        InputForms.edit(forms.descriptor(), "kind: words", "kind: number");
        assertThat(forms.refused(forms.predict(request))).contains("runs.csv:2:", "'25 0.001' must be a number");
        InputForms.edit(forms.descriptor(), "{column: size}", "{column: size, kind: name}");
        assertThat(forms.refused(forms.predict(request)))
                .contains(
                        "property data_size_MB: its kind must be the same everywhere, but is name for data set own and"
                                + " number for the configuration's pipeline");
    }

    @Test
    void theSeedOfTheCommandLineWinsAndTheManifestTellsTheOneThatWasUsed() throws IOException {
        OwnFolder own = OwnFolder.in(folder);
        JsonNode plain = trained(own, "--seed", "1");
        String model = ensemble(own, plain);
        InputForms.edit(
                folder.resolve("config.yml"), "path_to_data_dir", "optuna_search: {seed: 42}\npath_to_data_dir");
        JsonNode won = trained(own, "--seed", "1");
        assertThat(won.get("seed").asLong()).isEqualTo(1);
        assertThat(ensemble(own, won)).isEqualTo(model);
        JsonNode configured = trained(own);
        assertThat(configured.get("seed").asLong()).isEqualTo(42);
        assertThat(ensemble(own, configured))
                .isNotEqualTo(model)
                .isEqualTo(ensemble(own, trained(own, "--seed", "4_2")));
    }

    private static JsonNode trained(OwnFolder own, String... options) throws IOException {
        Bellamy outcome =
                own.pretrain(Stream.concat(Stream.of("-a", "wordcount", "--force", "--quiet"), Stream.of(options))
                        .toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return JSON.readTree(
                Path.of(outcome.out().strip()).resolve("manifest.json").toFile());
    }

    private static String ensemble(OwnFolder own, JsonNode manifest) throws IOException {
        return Files.readString(
                own.wordcount().resolve(manifest.get("version").asText()).resolve("ensemble.json"));
    }
}
