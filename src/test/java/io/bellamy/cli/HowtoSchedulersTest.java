package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.yaml.snakeyaml.Yaml;

/** Files of docs/HOWTO.md that are handed to what starts jobs: cron, systemd, Airflow and Argo. */
@DisabledOnOs(OS.WINDOWS)
class HowtoSchedulersTest {

    private static final ObjectMapper JSON = new ObjectMapper();

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

    private HowtoFolder howto;

    @BeforeEach
    void launchers() throws IOException {
        howto = HowtoFolder.in(folder);
    }

    @Test
    void linesOfCronAreSpelledAsTheProgramIs() throws IOException {
        Matcher check =
                Pattern.compile("/opt/bellamy/bellamy (check [^)]*)").matcher(HowtoFolder.example("bellamy.crontab"));
        assertThat(check.find()).isTrue();
        BellamyCommand.commandLine().parseArgs(check.group(1).split(" "));
    }

    @Test
    void systemdTakesTheUnits() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "systemd is here");
        for (String unit : new String[] {"nightly-orders.service", "nightly-orders.timer"}) {
            Files.writeString(
                    folder.resolve(unit),
                    HowtoFolder.example(unit).replace("=/opt/jobs/nightly.sh", "=" + folder.resolve("bellamy")));
        }
        HowtoFolder.Said said =
                howto.said("systemd-analyze", "verify", "./nightly-orders.service", "./nightly-orders.timer");
        assertThat(said.text()).doesNotContain("nightly-orders");
        assertThat(said.exitCode()).isZero();
    }

    @Test
    void airflowAsksRunsAndLearns() throws Exception {
        Path dag = folder.resolve("airflow_orders.py");
        Files.writeString(
                dag,
                HowtoFolder.example("airflow_orders.py")
                        .replace(
                                "/opt/bellamy/bellamy",
                                folder.resolve("bellamy").toString()));
        Files.writeString(folder.resolve("stand-ins.py"), AIRFLOW);
        assumeTrue(howto.said("sh", "-c", "command -v python3").exitCode() == 0, "Python is here");
        HowtoFolder.Said built = howto.said("python3", "stand-ins.py", dag.toString());
        assertThat(built.exitCode()).as(built.text()).isZero();
        JsonNode tasks = JSON.readTree(built.text());
        assertThat(tasks).extracting(task -> task.path("after").asText()).containsExactly("", "size", "orders");
        String size = tasks.get(0).get("bash_command").asText();
        assertThat(tasks.get(1).get("num_executors").asText()).isEqualTo("{{ ti.xcom_pull(task_ids='size') }}");
        assertThat(Integer.parseInt(howto.said("bash", "-c", size).text().strip()))
                .isBetween(1, 12);
        assertThat(lastLine(howto.said("bash", "-c", size.replace("1800", "1"))))
                .isEqualTo("8");
        HowtoFolder.Said learned =
                howto.said("bash", "-c", tasks.get(2).get("bash_command").asText());
        assertThat(learned.exitCode()).as(learned.text()).isZero();
        howto.askedAsItIsSpelled();
    }

    private static String lastLine(HowtoFolder.Said said) {
        return said.text().lines().reduce("", (before, line) -> line);
    }

    @Test
    void argoHandsTheNumberOnToTheApplication() throws Exception {
        JsonNode workflow = JSON.valueToTree(new Yaml().<Map<String, Object>>load(HowtoFolder.example("argo.yaml")));
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
        HowtoFolder.Said size =
                howto.said(Stream.concat(Stream.of(folder.resolve("bellamy").toString()), Stream.of(asked.get(0)))
                        .toArray(String[]::new));
        Matcher path = Pattern.compile("jsonpath\\(steps\\.size\\.outputs\\.result, '\\$\\.([a-z_.]+)'\\)")
                .matcher(HowtoFolder.example("argo.yaml"));
        assertThat(path.find()).isTrue();
        JsonNode executors = JSON.readTree(size.text()).at("/" + path.group(1).replace('.', '/'));
        assertThat(executors.isInt()).isTrue();
        JsonNode application = JSON.valueToTree(new Yaml()
                .<Map<String, Object>>load(manifest.replace("{{inputs.parameters.executors}}", executors.asText())));
        assertThat(application.at("/spec/executor/instances")).isEqualTo(executors);
    }
}
