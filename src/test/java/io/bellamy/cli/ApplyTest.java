package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code bellamy apply}: only sizes are changed in the file of a SparkApplication. */
class ApplyTest extends OwnModelCases {

    private static final String FILE = """
            # before
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: executor, labels: {instances: "1"}}
            ---
            apiVersion: "sparkoperator.k8s.io/v1beta2"   # the operator's
            kind: SparkApplication
            metadata:
              name: orders \uD83D\uDE00
            spec:
              sparkConf: {"spark.ui.port": "4045"}
              driver: {cores: 1, memory: 512m, instances: 1}
              executor:
                # how many, and how large
                instances:   2      # two
                labels: {instances: "2"}
                memory: "4g"
                cores: 1
                coreRequest: '900m'
                memoryOverhead: 400m
              arguments:
                - 'a: b'   # kept
            """;

    private static final String DYNAMIC = """
            spec:
              dynamicAllocation:
                enabled: true
                minExecutors: 3
                initialExecutors: 3
                maxExecutors: 6
            """;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("request.yml"), """
                min_scale_out: 3
                max_scale_out: 6
                objective: cheapest
                essential_properties: {machine_type: small, data_size_MB: 4000}
                optional_properties_per_node: {slots: 8, memory: 16777.216}
                """);
    }

    private Bellamy apply(String text, String... more) throws IOException {
        Path file = folder.resolve("app.yaml");
        Files.writeString(file, text);
        return Bellamy.run(OwnFolder.with(
                own.arguments(
                        "apply",
                        "-a",
                        "wordcount",
                        "-r",
                        folder.resolve("request.yml").toString(),
                        "-f",
                        file.toString()),
                more));
    }

    private static String sized(String text) {
        return text.replace("instances:   2 ", "instances:   3 ")
                .replace("\"4g\"", "\"11636m\"")
                .replace("    cores: 1\n", "    cores: 7\n")
                .replace("    cores: 1\r\n", "    cores: 7\r\n")
                .replace("'900m'", "'7000m'")
                .replace("400m", "1164m");
    }

    @Test
    void onlySizesChangeAndTheSameAgainChangesNothing() throws IOException {
        Bellamy outcome = apply(FILE);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out()).isEqualTo(sized(FILE));
        assertThat(outcome.err()).isEmpty();
        assertThat(apply(outcome.out()).out()).isEqualTo(outcome.out());
        String windows = FILE.replace("\n", "\r\n");
        assertThat(apply(windows).out()).isEqualTo(sized(windows));
        assertThat(apply("\uFEFF" + FILE).out()).isEqualTo("\uFEFF" + sized(FILE));
    }

    @Test
    void whatIsMissingIsAddedAndADynamicApplicationHasNoInstances() throws IOException {
        String small = FILE.replace("    cores: 1\n    coreRequest: '900m'\n    memoryOverhead: 400m\n", "");
        assertThat(apply(small).out())
                .isEqualTo(sized(small)
                        .replace("    instances:   3", "    cores: 7\n    instances:   3")
                        .replace("    # how many", "    # how many"));
        String dynamic = apply(FILE, "--dynamic").out();
        assertThat(dynamic)
                .isEqualTo(sized(FILE)
                        .replace("    instances:   3      # two\n", "")
                        .replace("spec:\n", DYNAMIC));
        String older = dynamic.replace("minExecutors: 3", "minExecutors: 1")
                .replace("initialExecutors: 3", "initialExecutors: 2");
        assertThat(apply(older).out()).as("as the file says itself").isEqualTo(dynamic);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spec: {executor: {instances: 1, cores: 2}}|spec: {executor: {memory: 11636m, instances: 3, cores: 7}}",
                "spec: {executor: {}, type: Java}|spec: {executor: {instances: 3, cores: 7, memory: 11636m}, type: Java}",
                "spec: {type: Java}|spec: {executor: {instances: 3, cores: 7, memory: 11636m}, type: Java}",
                "spec: {type: Python}|spec: {executor: {instances: 3, cores: 7, memory: 9142m}, type: Python}",
                "spec: {memoryOverheadFactor: '0.6', type: Python}|spec: {executor: {instances: 3, cores: 7, memory: 8000m}, memoryOverheadFactor: '0.6', type: Python}"
            })
    void inAnyStyle(String before, String after) throws IOException {
        String head = "apiVersion: sparkoperator.k8s.io/v1beta2\nkind: SparkApplication\n";
        Bellamy outcome = apply(head + before + "\n");
        assertThat(outcome.out()).as(outcome.err()).isEqualTo(head + after + "\n");
    }

    @Test
    void scheduledApplicationsAndJsonToo() throws IOException {
        String json = """
                {"apiVersion": "sparkoperator.k8s.io/v1beta2", "kind": "ScheduledSparkApplication",
                 "spec": {"schedule": "@daily", "template": {"executor": {"instances": 1,
                    "memory": "1g"}}}}
                """;
        assertThat(apply(json).out())
                .isEqualTo(json.replace("\"instances\": 1", "\"cores\": 7, \"instances\": 3")
                        .replace("1g", "11636m"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: Pod|app.yaml: has no document of kind SparkApplication",
                "'kind: SparkApplication\\nspec: {sparkConf: {spark.executor.instances: 1}, executor: {instances: &n 1}}'"
                        + "|app.yaml:3: spec.sparkConf.spark.executor.instances: would win over",
                "'kind: SparkApplication\\nspec: {sparkConf: {spark.executor.instances: 1}, executor: {instances: &n 1}}'"
                        + "|app.yaml:3: spec.executor.instances: is shared by an anchor",
                "'kind: SparkApplication\\nx: &e {instances: 1}\\nspec: {executor: *e}'|is written in a way in which sizes can",
                "'kind: SparkApplication\\nspec:\\n  executor: 3'|app.yaml:4: spec.executor: must be a mapping",
                "'kind: SparkApplication\\nspec: {executor: {instances: [1]}}'|app.yaml:3: spec.executor.instances: must be a single value",
                "'kind: SparkApplication\\nspec: ['|app.yaml:4: is not valid YAML",
                "'kind: SparkApplication\\nmetadata: {name: a}\\nspec: {}\\n---\\napiVersion: sparkoperator.k8s.io/v1beta2\\nkind: SparkApplication\\nspec: {}'"
                        + "|has several applications: name one of them with --name: a (",
            })
    void whatCanNotBeDoneIsToldWithItsLine(String text, String message) throws IOException {
        Bellamy refused = apply("apiVersion: sparkoperator.k8s.io/v1beta2\n" + text.replace("\\n", "\n") + "\n");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains(message);
    }

    @Test
    void oneOfSeveralIsNamedAndNothingIsPrintedWhereNothingWillDo() throws IOException {
        String two = FILE + "---\n" + FILE.replace("orders", "bills");
        String second = apply(two, "--name", "bills \uD83D\uDE00").out();
        assertThat(second).isEqualTo(FILE + "---\n" + sized(FILE).replace("orders", "bills"));
        assertThat(apply(two, "--name", "none").err()).contains("has no application of this name");
        Bellamy unmet = apply(FILE, "--max-runtime", "1");
        assertThat(unmet.exitCode()).isEqualTo(6);
        assertThat(unmet.out()).isEmpty();
    }
}
