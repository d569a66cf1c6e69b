package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of wrong input ends with its message and its exit code, never with a stack trace or a guess. */
class BadInputTest {

    private static final String HEADER = "nodes,runtime,machine,size\n";

    private static final String DESCRIPTOR = """
            algorithms:
              wordcount:
                file: runs.csv
                scale_out: {column: nodes}
                runtime: {column: runtime}
                properties:
                  machine_type: {column: machine}
                  data_size_MB: {column: size, unit: GB}
            """;

    private static final String REQUEST = """
            min_scale_out: 2
            max_scale_out: 4
            essential_properties: {machine_type: m1}
            """;

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void dataFolder() throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
        Files.createDirectories(data.resolve("own"));
        Files.writeString(data.resolve("own/dataset.yml"), DESCRIPTOR);
        Files.writeString(data.resolve("own/runs.csv"), HEADER + "2,10,m1,1\n4,6,m1,1\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "|a command is missing: pretrain, predict, suggest, evaluate or models",
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
                "predict|Missing required option: '--request=FILE'",
                "predict -r nowhere.yml|nowhere.yml: there is no such file",
                "predict -r - -o xml|expected one of [text, json, jsonl, csv, spark_submit, spark-submit]",
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
        assertFails(3, "there is no such data set", run("", words("pretrain -tt elsewhere -a grep")));
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
                "scale_out: {column: nodes}|outliers: keep|column: is missing",
                "wordcount:|word/count:|the name must be 1 to 64 letters",
                "algorithms:|joins: [c3o]\\nalgorithms:|must have either algorithms or joins"
            })
    void aBadDescriptionIsNamed(String right, String wrong, String message) throws IOException {
        Files.writeString(data.resolve("own/dataset.yml"), DESCRIPTOR.replace(right, wrong.replace("\\n", "\n")));
        Bellamy outcome = run("", words("pretrain -tt own -a wordcount"));
        assertFails(2, message, outcome);
        assertThat(outcome.err()).containsPattern("dataset\\.yml:\\d+");
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

    private Bellamy run(String input, List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        if (!all.isEmpty() && (all.get(0).equals("pretrain") || all.get(0).equals("predict"))) {
            all.addAll(List.of("--data-dir", data.toString()));
            if (!all.contains("--models-dir")) {
                all.addAll(List.of("--models-dir", folder.resolve("models").toString()));
            }
        }
        return Bellamy.runWithInput(input, all.toArray(String[]::new));
    }

    private static List<String> words(String arguments) {
        return arguments == null ? new ArrayList<>() : new ArrayList<>(List.of(arguments.split(" ", -1)));
    }

    private static void assertFails(int exitCode, String message, Bellamy outcome) {
        assertThat(outcome.err()).contains(message).doesNotContain("\tat ");
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(exitCode);
        assertThat(outcome.out()).isEmpty();
    }
}
