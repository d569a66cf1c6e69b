package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What Spark, Kubernetes and shells are told, and which rules say so. */
class LaunchTest extends LaunchCases {

    @Test
    void propertiesOfSparkSayHowManyExecutorsOrBetweenWhichNumbers() throws IOException {
        // three quarters of 16000 MiB, of which a tenth is overhead
        Map<String, String> sizes = Map.of("spark.executor.cores", "8", "spark.executor.memory", "10909m");
        assertThat(properties(told("spark-conf")))
                .containsAllEntriesOf(sizes)
                .containsEntry("spark.executor.instances", "3")
                .hasSize(3);
        assertThat(properties(told("spark-conf", "--dynamic")))
                .containsAllEntriesOf(sizes)
                .containsAllEntriesOf(dynamic(3, 3, 6))
                .hasSize(7);
        assertThat(told("spark-submit", "--dynamic"))
                .startsWith("--executor-cores 8 --executor-memory 10909m --conf spark.dynamicAllocation.enabled=true ")
                .contains(" --conf spark.dynamicAllocation.maxExecutors=6")
                .doesNotContain("num-executors", "instances");
    }

    @Test
    void dynamicAllocationKeepsWithinTheLimit() throws IOException {
        Bellamy table = Bellamy.runWithInput(
                REQUEST, OwnFolder.with(own.arguments("predict", "-a", "wordcount", "-r", "-"), "-o", "csv"));
        // the runtime on 4 machines, so that 3 do not meet it
        String four = table.out()
                .lines()
                .map(line -> line.split(","))
                .filter(cells -> cells[4].equals("4"))
                .map(cells -> cells[5])
                .findFirst()
                .orElseThrow();
        String request = REQUEST.replace("objective: cheapest", "max_runtime: " + four);
        Bellamy outcome = predict(request, "spark-conf", "--dynamic");
        assertThat(properties(outcome.out())).as(outcome.err()).containsAllEntriesOf(dynamic(4, 4, 6));
    }

    @Test
    void aPatchOfASparkApplicationLeavesKubernetesWhatItNeeds() {
        assertThat(patch()).isEqualTo(Map.of("executor", Map.of("instances", 3, "cores", 7, "memory", "11636m")));
        assertThat(patch("--dynamic"))
                .isEqualTo(Map.of(
                        "dynamicAllocation",
                        Map.of("enabled", true, "minExecutors", 3, "initialExecutors", 3, "maxExecutors", 6),
                        "executor",
                        Map.of("cores", 7, "memory", "11636m")));
    }

    private Object patch(String... more) {
        Map<String, Object> read = new Yaml().load(told("spark-application", more));
        assertThat(read).containsOnlyKeys("spec");
        return read.get("spec");
    }

    /** What a shell has when it has evaluated them. */
    private Map<String, String> evaluated(String variables) throws Exception {
        Path script = folder.resolve("variables");
        Files.writeString(script, variables);
        Process shell = new ProcessBuilder(
                        "sh",
                        "-ec",
                        "eval \"$(cat \"$1\")\"; set | grep '^BELLAMY_MA\\|^BELLAMY_EX'",
                        "sh",
                        script.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(printed).isZero();
        Map<String, String> values = new LinkedHashMap<>();
        printed.lines().forEach(line -> values.put(line.replaceFirst("=.*", ""), line.replaceFirst("[^=]*=", "")));
        return values;
    }

    @Test
    void variablesAreEvaluatedWhateverTheyHold() throws Exception {
        assertThat(evaluated(told("env")))
                .containsEntry("BELLAMY_MACHINE_TYPE", "'small'")
                .containsEntry("BELLAMY_MACHINES", "'3'")
                .containsEntry("BELLAMY_EXECUTORS", "'3'")
                .containsEntry("BELLAMY_EXECUTOR_CORES", "'8'")
                .containsEntry("BELLAMY_EXECUTOR_MEMORY_MB", "'10909'");
        String evil =
                "a'; touch " + folder.resolve("pwned") + "; '$(touch " + folder.resolve("pwned") + ")`id`\\\"\\n b";
        Bellamy outcome =
                predict(REQUEST.replace("small", "\"" + evil + "\"").replaceAll("(?m)^optional.*\\n", ""), "env");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("executor cores are left out: slots is not known");
        assertThat(evaluated(outcome.out()))
                .containsEntry("BELLAMY_MACHINES", "'3'")
                .containsEntry("BELLAMY_EXECUTOR_CORES", "''");
        assertThat(folder.resolve("pwned")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // of 8 cores two executors of 4, each of half of the memory
                "{executors: several}|6|4|5454m",
                "{executors: several, cores_left: {yarn: 1}}|6|3|5454m",
                "{executors: several, cores_per_executor: 3}|12|2|2616m",
                "{executors: several, cores_per_executor: 1}|24|1|1116m",
                "{cores_left: {yarn: 9}}|3|1|10909m",
                "{memory_share: {yarn: 0.5}}|3|8|7272m",
                "{overhead: 0.5}|3|8|8000m",
                "{least_overhead: 4000}|3|8|8000m"
            })
    void theConfigurationSaysHowExecutorsAreMadeOfMachines(String launch, String number, String cores, String memory)
            throws IOException {
        configure(launch);
        Map<String, String> properties =
                properties(predict(REQUEST, "spark-conf").out());
        assertThat(properties)
                .containsEntry("spark.executor.instances", number)
                .containsEntry("spark.executor.cores", cores);
        assertThat(properties.get("spark.executor.memory")).isEqualTo(memory);
        assertThat(properties.containsKey("spark.executor.memoryOverhead")).isEqualTo(launch.contains("overhead"));
    }

    @Test
    void aStandaloneClusterIsToldWhereToStop() throws IOException {
        configure("{manager: standalone, executors: several, dynamic: true}");
        assertThat(properties(told("spark-conf")))
                .containsAllEntriesOf(dynamic(6, 6, 12))
                .containsEntry("spark.cores.max", "48");
    }

    @Test
    void whatIsWrongWithTheRulesIsToldAtOnce() throws IOException {
        configure("{manager: mesos, executors: 2, memory_share: {yarn: 1.5, k8s: 1}, overhead: -1, cores: 3}");
        Bellamy refused = predict(REQUEST, "spark-conf");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("launch.manager: 'mesos' must be one of yarn, kubernetes, standalone")
                .contains(
                        "launch.executors: '2' must be one of one, several", "launch.memory_share.yarn: '1.5' must be")
                .contains("launch.memory_share.k8s: unknown key", "launch.overhead: '-1'", "launch.cores: unknown key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spark-conf", "spark-application", "emr", "databricks", "dataproc", "env"})
    void nothingIsLaunchedByMistake(String form) throws IOException {
        Bellamy unmet = predict(REQUEST, form, "--max-runtime", "1");
        assertThat(unmet.exitCode()).isEqualTo(6);
        assertThat(unmet.err()).contains("nothing is within 1 s");
        assertThat(unmet.out().lines()).allMatch(line -> line.startsWith("# "));
        Bellamy several = predict(REQUEST + "---\n" + REQUEST, form);
        assertThat(several.exitCode()).isEqualTo(2);
        assertThat(several.out()).isEmpty();
        assertThat(several.err()).contains("--format: this form is that of one answer");
    }

    @Test
    void dynamicIsForLaunchers() {
        assertThat(predict(REQUEST, "csv", "--dynamic").err()).contains("--dynamic: is about forms for launchers");
    }
}
