package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests in YAML and JSON, and what is said of keys that are not known. */
class DocumentFormsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"min_scale_out\":2,\"max_scale_out\":8,\"essential_properties\":{\"machine_type\":\"small\",\"data_size_MB\":4000}}",
                "{\n\t\"min_scale_out\":\t2,\n\t\"max_scale_out\":\t8,\n\t\"essential_properties\": {\n\t\t\"machine_type\": \"small\", \"data_size_MB\": \"4000\"\n\t}\n}\n",
                "\uFEFF \n{\"min_scale_out\":2,\"max_scale_out\":8.0,\"prices\":null,\"essential_properties\":{\"m\\u0061chine_type\":\"\\u0073mall\",\"data_size_MB\":4E3}}",
                "{min_scale_out: 2, max_scale_out: 8, essential_properties: {machine_type: small, data_size_MB: 4000}}",
                "\uFEFFmin_scale_out: 2\nmax_scale_out: 8\nessential_properties: {machine_type: small, data_size_MB: 4000}",
                "base: &b {data_size_MB: 1, machine_type: small}\nmin_scale_out: 2\nmax_scale_out: 8\nessential_properties:\n  <<: *b\n  data_size_MB: 4000\n",
                "x: &x {machine_type: small}\ny: &y {machine_type: large, data_size_MB: 4000}\nmin_scale_out: 2\nmax_scale_out: 8\nessential_properties: {<<: [*x, *y]}\n"
            })
    void aRequestMeansTheSameInItsForms(String request) {
        InputForms forms = InputForms.in(folder);
        assertThat(forms.predictions(request, "-a", "wordcount")).isEqualTo(forms.predictions(InputForms.REQUEST));
        Path file = folder.resolve("request.json");
        if (request.contains("\"")) {
            InputForms.write(file, request);
            assertThat(Bellamy.run(forms.own().arguments("predict", "-a", "wordcount", "-r", file.toString()))
                            .exitCode())
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"a\":1,\\n\"a\":2}|:2: a: stands there twice",
                "{\"min_scale_out\":2,}|:1: is not valid JSON: ",
                "{\"min_scale_out\":\\nNaN}|:2: is not valid JSON: Non-standard token 'NaN'",
                "{\"algorithm\":\"\\ud800\"}|algorithm: must be text: it has half of a surrogate pair",
                "{\"essential_properties\":\\n\\n[1]}|:3: essential_properties: must be a mapping",
                "[{\"algorithm\":\"wordcount\"}]|must be a mapping of keys to values, not a list; several requests are lines or documents",
                "essential_properties: {<<: small}|:1: essential_properties.<<: must be a mapping, or a list of mappings",
                "a: &a [1]\\nb: &b [*a]\\nalgorithm: *b|algorithm: must be a single value"
            })
    void whatIsNoRequestIsRefusedWithItsLine(String request, String message) {
        InputForms forms = InputForms.in(folder);
        assertThat(forms.refused(forms.predict(request.replace("\\n", "\n")))).contains(message);
    }

    @Test
    void mergesOfMergesAreLookedAtOnce() {
        StringBuilder request = new StringBuilder("a0: &a0 {machine_type: small}\n");
        for (int i = 1; i < 200; i++) {
            int before = i - 1;
            request.append("a" + i + ": &a" + i + " {<<: [*a" + before + ", *a" + before + ", *a" + before + "]}\n");
        }
        request.append("min_scale_out: 2\nmax_scale_out: 8\nessential_properties: {<<: *a199, data_size_MB: 4000}\n");
        InputForms forms = InputForms.in(folder);
        assertThat(forms.predictions(request.toString(), "-a", "wordcount"))
                .isEqualTo(forms.predictions(InputForms.REQUEST));
    }

    @Test
    void oneBadLineOfJsonStopsNoOther() {
        InputForms forms = InputForms.in(folder);
        Path file = folder.resolve("requests.jsonl");
        String line =
                "{\"min_scale_out\":2,\"max_scale_out\":2,\"algorithm\":\"wordcount\",\"essential_properties\":{\"machine_type\":\"small\",\"data_size_MB\":4000}}";
        InputForms.write(file, line + "\n\n{\"min_scale_out\":\n" + line + "\r\n");
        Bellamy outcome = Bellamy.run(forms.own().arguments("predict", "-o", "jsonl", "-r", file.toString()));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out().lines()).hasSize(3);
        assertThat(outcome.err()).contains("requests.jsonl:3: is not valid JSON");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max_runtime_seconds: 3|max_runtime_seconds: unknown key; here it is called max_runtime",
                "maxRuntime: 3|maxRuntime: unknown key; the nearest known key is max_runtime",
                "dataset: own|dataset: unknown key; here it is called training_target",
                "instance_type: small|instance_type: unknown key; here it is called essential_properties.machine_type",
                "machine_type: small|machine_type: unknown key; it belongs to another section: essential_properties.machine_type",
                "num-executors: 3|num-executors: unknown key; here it is called min_scale_out or max_scale_out",
                "confidense: 0.9|confidense: unknown key; the nearest known key is confidence"
            })
    void aKeyThatIsNotKnownLeadsToOurs(String line, String message) {
        InputForms forms = InputForms.in(folder);
        String request = line + "\nessential_properties: {data_size_MB: 4000}\n";
        assertThat(forms.refused(forms.predict(request))).contains(message);
    }

    @Test
    void keysAndOptionsOfSearchesLeadToOurs() {
        InputForms forms = InputForms.in(folder);
        InputForms.edit(
                forms.configuration(),
                "  num_samples: 2\n  config:\n    lr: [0.02, 0.03]",
                "  n_trials: 2\n  config:\n    learning_rate: [0.02]\n    lr: {low: 0.01, high: 0.02}");
        assertThat(forms.refused(forms.predict(InputForms.REQUEST)))
                .contains("tune_run.n_trials: unknown key; here it is called tune_run.num_samples")
                .contains("tune_run.config.lr.low: unknown key; here it is called tune_run.config.lr.min")
                .contains("tune_run.config.lr.high: unknown key; here it is called tune_run.config.lr.max");
        assertThat(forms.refused(forms.own().pretrain("-a", "wordcount", "--num-samples", "3")))
                .contains("Unknown option", "; here it is called --trials");
        assertThat(forms.refused(forms.own().pretrain("-a", "wordcount", "--learning-rate=3")))
                .contains("; it is no option here, but a key of a request or a configuration: lr");
        assertThat(forms.refused(Bellamy.run("predict", "--max-runtme=3", "-r", "-")))
                .contains("; the nearest option is --max-runtime");
        assertThat(forms.refused(Bellamy.run("--quiet", "predict", "-r", "-")))
                .contains("Unknown option", "; it stands behind the command, as in bellamy COMMAND --quiet");
        assertThat(forms.refused(Bellamy.run("import", "--into=x", "spark", "logs")))
                .contains("; it stands behind the command, as in bellamy import spark --into");
    }
}
