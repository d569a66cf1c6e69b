package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.databricks.sdk.service.jobs.SubmitRun;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;

/**
 * What docs/HOWTO.md says was tried: its files, run with the real program beside launchers that keep what they were given. Only the names of
 * data set and job are others.
 */
@DisabledOnOs(OS.WINDOWS)
class HowtoExamplesTest {

    private static final Path EXAMPLES = Path.of("examples/howto");
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** Builds the tasks as Airflow's own classes would, and prints what they were given. */
    private static final String AIRFLOW = """
            import json, runpy, sys, types
            tasks = []
            class Dag:
                def __init__(self, dag_id, start_date, schedule, catchup, max_active_runs, default_args): pass
                def __enter__(self): return self
                def __exit__(self, *failure): pass
            class Task:
                def __init__(self, **given):
                    self.given = given
                    tasks.append(given)
                def __rshift__(self, other):
                    other.given["after"] = self.given["task_id"]
                    return other
            for name, has in {"airflow": {"DAG": Dag}, "airflow.operators.bash": {"BashOperator": Task},
                    "airflow.providers.apache.spark.operators.spark_submit": {"SparkSubmitOperator": Task}}.items():
                parts = name.split(".")
                for end in range(1, len(parts) + 1):
                    sys.modules.setdefault(".".join(parts[:end]), types.ModuleType(parts[end - 1]))
                sys.modules[name].__dict__.update(has)
            runpy.run_path(sys.argv[1])
            print(json.dumps(tasks))
            """;

    @TempDir
    private Path folder;

    private OwnFolder own;

    /** What a script said, in both streams. */
    private record Said(int exitCode, String text) {}

    @BeforeEach
    void launchers() throws IOException {
        own = OwnFolder.in(folder).withModels();
        Files.writeString(folder.resolve("request.yml"), ServedFolder.REQUEST);
        String fixed = String.join(" ", List.of(own.arguments("")).subList(3, own.arguments("").length));
        // what learns has tests of its own; here it must only be spelled as it is
        LauncherCases.script(folder.resolve("bellamy"), """
                #!/bin/sh
                echo "$*" >>%1$s/asked
                case $1 in import | pretrain) exit 0 ;; esac
                exec %2$s -XX:TieredStopAtLevel=1 -cp '%3$s' %4$s "$@" %5$s
                """.formatted(
                        folder,
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        fixed));
        for (String launcher : new String[] {"spark-submit", "kubectl", "aws", "databricks"}) {
            LauncherCases.script(folder.resolve("tools").resolve(launcher), """
                    #!/bin/sh
                    echo "$*" >%1$s/launched
                    for word; do
                        file=${word#file://} file=${file#@}
                        [ ! -f "$file" ] || cp "$file" %1$s/given
                    done
                    """.formatted(folder));
        }
    }

    private static String example(String name) throws IOException {
        return Files.readString(EXAMPLES.resolve(name))
                .replace("-tt mine -a nightly-orders", "-tt own -a wordcount")
                .replace("mine, -a, nightly-orders", "own, -a, wordcount");
    }

    private Said run(String name, String limit, String... arguments) throws IOException, InterruptedException {
        Path script = folder.resolve(name);
        LauncherCases.script(script, example(name).replace("--max-runtime 1800", "--max-runtime " + limit));
        return said(Stream.concat(Stream.of(script.toString()), Stream.of(arguments))
                .toArray(String[]::new));
    }

    private Said said(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("PATH", folder.resolve("tools") + ":" + System.getenv("PATH"));
        builder.environment().put("BELLAMY", folder.resolve("bellamy").toString());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    private String kept(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    /** Else the program would refuse it when it is night. */
    private void askedAsItIsSpelled() throws IOException {
        for (String line : kept("asked").lines().toList()) {
            BellamyCommand.commandLine().parseArgs(line.split(" "));
        }
    }

    @ParameterizedTest
    @CsvSource({"1800, --num-executors 4 ", "1, --num-executors 8 --executor-cores 4 --executor-memory 8g"})
    void theNightlyJobRunsAndIsLearnedFrom(String limit, String size) throws Exception {
        Said said = run("nightly.sh", limit);
        assertThat(said.exitCode()).as(said.text()).isZero();
        assertThat(kept("launched")).startsWith(limit.equals("1") ? size : "--num-executors ");
        assertThat(kept("launched")).endsWith("--name nightly-orders --class com.acme.Orders /opt/jobs/orders.jar\n");
        assertThat(kept("asked").lines().skip(1))
                .containsExactly(
                        "import spark /var/log/spark-events --into mine --quiet",
                        "pretrain -tt mine -a all --if-stale --quiet");
        askedAsItIsSpelled();
    }

    @Test
    void theNightlyJobRunsWhereThereIsNoModel() throws Exception {
        Files.move(own.models(), folder.resolve("gone"));
        Said said = run("nightly.sh", "1800");
        assertThat(said.exitCode()).as(said.text()).isZero();
        assertThat(kept("launched")).startsWith("--num-executors 8 --executor-cores 4 ");
    }

    @Test
    void linesOfCronAreSpelledAsTheProgramIs() throws IOException {
        Matcher check = Pattern.compile("/opt/bellamy/bellamy (check .*)").matcher(example("bellamy.crontab"));
        assertThat(check.find()).isTrue();
        BellamyCommand.commandLine().parseArgs(check.group(1).split(" "));
    }

    @Test
    void systemdTakesTheUnits() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "systemd is here");
        for (String unit : new String[] {"nightly-orders.service", "nightly-orders.timer"}) {
            Files.writeString(
                    folder.resolve(unit),
                    example(unit).replace("=/opt/jobs/nightly.sh", "=" + folder.resolve("bellamy")));
        }
        Said said = said("systemd-analyze", "verify", "./nightly-orders.service", "./nightly-orders.timer");
        assertThat(said.text()).doesNotContain("nightly-orders");
        assertThat(said.exitCode()).isZero();
    }

    @Test
    void airflowAsksRunsAndLearns() throws Exception {
        Path dag = folder.resolve("airflow_orders.py");
        Files.writeString(
                dag,
                example("airflow_orders.py")
                        .replace(
                                "/opt/bellamy/bellamy",
                                folder.resolve("bellamy").toString()));
        Files.writeString(folder.resolve("stand-ins.py"), AIRFLOW);
        assumeTrue(said("sh", "-c", "command -v python3").exitCode() == 0, "Python is here");
        Said built = said("python3", "stand-ins.py", dag.toString());
        assertThat(built.exitCode()).as(built.text()).isZero();
        JsonNode tasks = JSON.readTree(built.text());
        assertThat(tasks).extracting(task -> task.path("after").asText()).containsExactly("", "size", "orders");
        String size = tasks.get(0).get("bash_command").asText();
        assertThat(tasks.get(1).get("num_executors").asText()).isEqualTo("{{ ti.xcom_pull(task_ids='size') }}");
        assertThat(Integer.parseInt(said("bash", "-c", size).text().strip())).isBetween(1, 12);
        assertThat(lastLine(said("bash", "-c", size.replace("1800", "1")))).isEqualTo("8");
        Said learned = said("bash", "-c", tasks.get(2).get("bash_command").asText());
        assertThat(learned.exitCode()).as(learned.text()).isZero();
        askedAsItIsSpelled();
    }

    private static String lastLine(Said said) {
        return said.text().lines().reduce("", (before, line) -> line);
    }

    @Test
    void argoHandsTheNumberOnToTheApplication() throws Exception {
        JsonNode workflow = JSON.valueToTree(new Yaml().<Map<String, Object>>load(example("argo.yaml")));
        JsonNode templates = workflow.at("/spec/workflowSpec/templates");
        List<String[]> asked = new ArrayList<>();
        String manifest = "";
        for (JsonNode template : templates) {
            if (template.has("container")) {
                assertThat(template.at("/container/command").toString())
                        .isEqualTo(
                                "[\"/opt/bellamy/runtime/bin/java\",\"@/opt/bellamy/java-options\",\"io.bellamy.cli.Main\"]");
                List<String> words = new ArrayList<>();
                template.at("/container/args").forEach(word -> words.add(word.asText()));
                asked.add(words.toArray(String[]::new));
                BellamyCommand.commandLine().parseArgs(asked.get(asked.size() - 1));
            }
            manifest += template.at("/resource/manifest").asText();
        }
        assertThat(asked).hasSize(3);
        Said size = said(Stream.concat(Stream.of(folder.resolve("bellamy").toString()), Stream.of(asked.get(0)))
                .toArray(String[]::new));
        Matcher path = Pattern.compile("jsonpath\\(steps\\.size\\.outputs\\.result, '\\$\\.([a-z_.]+)'\\)")
                .matcher(example("argo.yaml"));
        assertThat(path.find()).isTrue();
        JsonNode executors = JSON.readTree(size.text()).at("/" + path.group(1).replace('.', '/'));
        assertThat(executors.isInt()).isTrue();
        JsonNode application = JSON.valueToTree(new Yaml()
                .<Map<String, Object>>load(manifest.replace("{{inputs.parameters.executors}}", executors.asText())));
        assertThat(application.at("/spec/executor/instances")).isEqualTo(executors);
    }

    @ParameterizedTest
    @CsvSource({"1800, true", "1, false"})
    void theOperatorGetsTheApplicationInAnyCase(String limit, boolean sized) throws Exception {
        Path application = folder.resolve("app.yaml");
        Files.copy(Path.of("examples/spark-application.yml"), application, StandardCopyOption.REPLACE_EXISTING);
        Said said = run("operator.sh", limit, application.toString());
        assertThat(said.exitCode()).as(said.text()).isZero();
        assertThat(kept("launched")).startsWith("replace --force -f ");
        assertThat(kept("given").equals(Files.readString(application))).isNotEqualTo(sized);
        assertThat(kept("given")).contains("mainClass: com.acme.Grep");
    }

    @Test
    void emrGetsAClusterWithItsStep() throws Exception {
        Said said = run("emr.sh", "1800");
        assertThat(said.exitCode()).as(said.text()).isZero();
        RunJobFlowRequest request = LauncherForms.emr(kept("given"));
        assertThat(request.instances().instanceGroups()).hasSize(2);
        assertThat(request.instances().keepJobFlowAliveWhenNoSteps()).isFalse();
        assertThat(request.managedScalingPolicy().computeLimits().maximumCapacityUnits())
                .isEqualTo(request.instances().instanceGroups().get(1).instanceCount());
        assertThat(request.steps()).hasSize(1);
        assertThat(request.configurations().get(0).properties())
                .containsKeys("spark.executor.instances", "spark.eventLog.dir");
        Files.delete(folder.resolve("launched"));
        assertThat(run("emr.sh", "1").exitCode()).isEqualTo(ExitCode.NOT_MET);
        assertThat(folder.resolve("launched")).doesNotExist();
    }

    @Test
    void databricksGetsARunOnItsCluster() throws Exception {
        Said said = run("databricks.sh", "1800");
        assertThat(said.exitCode()).as(said.text()).isZero();
        assertThat(kept("launched")).startsWith("jobs submit --json @");
        SubmitRun run = JSON.readValue(kept("given"), SubmitRun.class);
        assertThat(run.getTasks()).hasSize(1);
        assertThat(run.getTasks().iterator().next().getNewCluster().getNumWorkers())
                .isPositive();
        assertThat(run.getTasks().iterator().next().getNewCluster().getNodeTypeId())
                .isEqualTo("small");
        Files.delete(folder.resolve("launched"));
        assertThat(run("databricks.sh", "1").exitCode()).isEqualTo(ExitCode.NOT_MET);
        assertThat(folder.resolve("launched")).doesNotExist();
    }
}
