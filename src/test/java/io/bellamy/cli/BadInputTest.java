package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of wrong input ends with its message and its exit code, never with a stack trace or a guess. */
class BadInputTest extends BadInputCases {

    private static final String REQUEST = """
            min_scale_out: 2
            max_scale_out: 4
            essential_properties: {machine_type: m1}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "|a command is missing: import, record, pretrain, predict, apply, suggest, init, evaluate, check, report, serve, mcp or models",
                "pretrian|Unmatched argument",
                "pretrain|--training-target is missing",
                "pretrain -tt own|--algorithm is missing",
                "pretrain -tt ../own -a wordcount|'../own' must be 1 to 64 letters",
                "pretrain -tt own -a wordcount --trials 0|--trials: '0' must be a whole number from 1",
                "pretrain -tt own -a wordcount --epochs -5|--epochs: '-5' must be a whole number from 1",
                "pretrain -tt own -a wordcount --seed x|'x' must be a whole number",
                "pretrain -tt own -a wordcount --logging-level LOUD|expected one of [DEBUG, INFO, WARNING, ERROR, CRITICAL]",
                "pretrain -tt own -a wordcount --config nowhere.yml|nowhere.yml: there is no such file",
                "pretrain -tt own -a sort|has no algorithm 'sort'; it has wordcount",
                "predict|--request is missing; or name a job with --training-target and --algorithm",
                "predict -r nowhere.yml|nowhere.yml: there is no such file",
                "predict -r - -o xml|expected one of [text, json, jsonl, csv, spark_submit, spark-submit, spark_conf,",
                "predict -r - --interval 1|--interval: '1.0' must be from 0.001 to 0.999",
                "predict -r - --confidence NaN|'--confidence': 'NaN' must be a number",
                "predict -r - --max-runtime -1|--max-runtime: '-1.0' must be a positive number",
                "predict -r - --max-cost 1e999|'--max-cost': '1e999' must be a number of a size",
                "predict -r - --objective best|expected one of [fastest, cheapest, knee]",
                "predict -r - --prices nowhere.yml|nowhere.yml: there is no such file"
            })
    void wrongUsageIsExitCode2(String arguments, String message) {
        assertFails(2, message, run("", words(arguments)));
    }

    @Test
    void everyWrongOptionIsToldAtOnce() {
        Bellamy outcome = run("", words("pretrain --trials 0 --epochs 0"));
        assertThat(outcome.err().lines())
                .containsExactlyInAnyOrder(
                        "bellamy: --trials: '0' must be a whole number from 1 to 10000000",
                        "bellamy: --epochs: '0' must be a whole number from 1 to 10000000",
                        "bellamy: --training-target is missing",
                        "bellamy: --algorithm is missing");
    }

    @Test
    void nothingToWorkWithIsExitCode3() throws IOException {
        assertFails(
                3, "there is no such data set; " + data + " has own", run("", words("pretrain -tt elsewhere -a grep")));
        assertFails(3, "there is no such data set; the nearest is own", run("", words("pretrain -tt owm -a grep")));
        assertFails(3, "there is no model of own wordcount", run(REQUEST, words("predict -tt own -a wordcount -r -")));
        Files.writeString(data.resolve("own/runs.csv"), HEADER);
        assertFails(3, "runs.csv: has no run", run("", words("pretrain -tt own -a wordcount")));
        Files.writeString(data.resolve("own/runs.csv"), "");
        Bellamy empty = run("", words("pretrain -tt own -a wordcount"));
        assertFails(3, "runs.csv: is empty", empty);
        assertThat(empty.err().lines()).hasSize(1);
        Files.delete(data.resolve("own/runs.csv"));
        assertFails(3, "runs.csv: there is no such file", run("", words("pretrain -tt own -a wordcount")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "min_scale_out: 2|min_scale_out: 0|min_scale_out: '0' must be a whole number from 1",
                "min_scale_out: 2|min_scale_out: 5|max_scale_out: '4' must be at least min_scale_out (5)",
                "max_scale_out: 4|max_scale_out: 10002|max_scale_out: '10002' must be at least min_scale_out (2) and less than 10000 above it",
                "max_scale_out: 4|max_scale_out: 1000000|max_scale_out: '1000000' must be at least min_scale_out (2) and less than 10000 above it",
                "max_scale_out: 4|max_scale_out: .nan|max_scale_out: '.nan' must be a whole number",
                "max_scale_out: 4|max_scaleout: 4|max_scaleout: unknown key; the nearest known key is max_scale_out",
                "max_scale_out: 4|max_scale_out: [4]|max_scale_out: must be a single value",
                "machine_type: m1|machine_typ: m1|machine_typ: unknown key; the nearest known key is essential_properties.machine_type",
                "machine_type: m1|data_size_MB: lots|essential_properties.data_size_MB: 'lots' must be a number",
                "machine_type: m1|data_size_MB: -4|essential_properties.data_size_MB: '-4' must be a number of at least 0",
                "min_scale_out: 2|min_scale_out: 2\\nmin_scale_out: 3|min_scale_out: stands there twice",
                "min_scale_out: 2|algorithm: a/b|algorithm: 'a/b' must be 1 to 64 letters",
                "min_scale_out: 2|min_scale_out: !!java.lang.Runtime 2|is not valid YAML: Global tag is not allowed",
                "min_scale_out: 2|min_scale_out: 2\\noptional_properties: {memory: 4}\\noptional_properties_per_node: {memory: 4}|optional_properties_per_node: memory must not be given for the cluster as well",
                "min_scale_out: 2|- 2|is not valid YAML"
            })
    void aBadRequestIsNamed(String right, String wrong, String message) {
        String request = REQUEST.replace(right, wrong.replace("\\n", "\n"));
        assertFails(2, message, run(request, words("predict -tt own -a wordcount -r -")));
    }

    @Test
    void controlCharactersOfTheInputDoNotReachTheTerminal() {
        Bellamy outcome = run(
                REQUEST.replace("machine_type: m1", "\"\\e[31mred\": 1"), words("predict -tt own -a wordcount -r -"));
        assertFails(2, "?[31mred: unknown key", outcome);
        assertThat(outcome.err()).doesNotContain("\u001b");
    }

    @Test
    void everyProblemOfAConfigurationIsToldAtOnce() throws IOException {
        String wrong = Files.readString(Path.of("config.yml"))
                .replace("batch_size: 64", "batch_size: none")
                .replace("hidden_dim: 8 ", "hidden_dim: 7 ")
                .replace("reduction_factor: 2", "reduction_factr: 2")
                .replace("mode: min", "mode: max")
                .replace("n_features: 39", "n_features: 12")
                .replace("transformer: BinaryTransformer", "transformer: CountVectorizer")
                .replace("lr: [0.01, 0.015, 0.02]", "dropout: [0.05, 2]")
                .replace("num_samples: 12", "num_samples: 0")
                .replace("epochs: [800, 2500]", "epochs: [2500]")
                .replace("activation: silu", "activation: relu")
                .replace("folds: 12", "folds: 1");
        Path config = Files.writeString(folder.resolve("config.yml"), wrong);
        Bellamy outcome = run("", words("pretrain -tt own -a wordcount --config " + config));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("model_setup.batch_size: 'none' must be a whole number from 1 to")
                .contains("model_setup.model_args.hidden_dim: '7' must be an even number")
                .contains("scheduler.reduction_factr: unknown key; the nearest known key is scheduler.reduction_factor")
                .contains("tune_run.mode: 'max' must be one of min")
                .contains("ensemble.folds: '1' must be a whole number from 2 to 100")
                .contains("ensemble.networks[0].activation: 'relu' must be one of silu, tanh")
                .contains("transformer_args.n_features: '12' must be model_setup.model_args.encoding_dim - 1 = 39")
                .contains("'CountVectorizer' must be one of MinMaxScaler, BinaryTransformer, HashingVectorizer")
                .contains("tune_run.config.dropout[1]: '2' must be a number from 0 to 0.95")
                .contains("tune_run.num_samples: '0' must be a whole number from 1 to")
                .contains("model_setup.epochs: must be two numbers")
                .containsPattern("config\\.yml:\\d+: model_setup");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MinMaxScaler", "BinaryTransformer", "HashingVectorizer"})
    void aWrongTransformerIsToldOnceAndNotAgainOfItsColumns(String transformer) throws IOException {
        String wrong = Files.readString(Path.of("config.yml"))
                .replace("transformer: " + transformer, "transformer: CountVectorizer");
        Path config = Files.writeString(folder.resolve("config.yml"), wrong);
        Bellamy outcome = run("", words("pretrain -tt own -a wordcount --config " + config));
        assertFails(2, "'CountVectorizer' must be one of", outcome);
        assertThat(outcome.err().lines()).hasSize(1);
    }

    @Test
    void aFolderThatCanNotBeWrittenIsExitCode1BeforeTheSearch() throws IOException {
        Path blocked = Files.writeString(folder.resolve("blocked"), "a file where the models' folder should be");
        List<String> arguments = words("pretrain -tt own -a wordcount --epochs 1 --trials 1");
        arguments.addAll(List.of("--models-dir", blocked.toString()));
        Bellamy outcome = run("", arguments);
        assertFails(1, "can't change the models in", outcome);
        assertThat(outcome.err()).as("it is noticed before the search").doesNotContain("trials of up to");
    }

    @Test
    void aStackTraceIsForDebugOnly() {
        List<String> arguments = words("pretrain -tt elsewhere -a grep --logging-level DEBUG");
        assertThat(run("", arguments).err()).contains("\tat io.bellamy.");
    }

    /** What a terminal would obey is not printed, whether it comes from a file or the name of one. */
    @Test
    void noMessageHasControlCharacters() throws IOException {
        String escape = "\u001b[31m";
        Files.writeString(
                data.resolve("own/dataset.yml"),
                DESCRIPTOR.replace(
                        "file: runs.csv", "file: runs.csv\n    rows: {column: machine, equals: \"\\e[31m\"}"));
        Bellamy noRun = run("", words("pretrain -tt own -a wordcount"));
        assertFails(3, "runs.csv: has no run with machine '?[31m'", noRun);
        Bellamy noData = Bellamy.run("pretrain", "-tt", "own", "-a", "x", "--data-dir", folder + "/" + escape);
        assertThat(noData.exitCode()).isEqualTo(3);
        assertThat(noRun.err() + noData.err()).doesNotContain("\u001b");
    }
}
