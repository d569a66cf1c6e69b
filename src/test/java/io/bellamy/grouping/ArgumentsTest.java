package io.bellamy.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What of the arguments of runs is found, hidden, and counts. */
class ArgumentsTest {

    private static Map<String, String> command(String words) {
        return Map.of("sun.java.command", words);
    }

    @Test
    void argumentsAreFoundBehindEveryKindOfCommand() {
        assertThat(SubmittedProgram.of(
                        Map.of(
                                "sun.java.command",
                                "org.apache.spark.deploy.SparkSubmit --name word count 2026 --conf spark.x=a b c --verbose"
                                        + " --master yarn --class C /j/app.jar in out --k 5",
                                "spark.x",
                                "a b c"),
                        Optional.of("word count 2026")))
                .isEqualTo(new SubmittedProgram(Optional.of("C"), List.of("in", "out", "--k", "5")));
        assertThat(SubmittedProgram.of(
                        command(
                                "org.apache.spark.deploy.SparkSubmit --class org.apache.spark.deploy.PythonRunner /s/etl.py 7"),
                        Optional.empty()))
                .isEqualTo(new SubmittedProgram(Optional.of("etl.py"), List.of("7")));
        assertThat(SubmittedProgram.of(
                        command(
                                "org.apache.spark.deploy.yarn.ApplicationMaster --class C --jar s3://a.jar --arg two words"
                                        + " --arg --k --arg 5 --properties-file /p"),
                        Optional.empty()))
                .isEqualTo(new SubmittedProgram(Optional.of("C"), List.of("two words", "--k", "5")));
        assertThat(SubmittedProgram.of(
                        command(
                                "org.apache.spark.deploy.yarn.ApplicationMaster --class org.apache.spark.deploy.PythonRunner"
                                        + " --primary-py-file etl.py --arg 1"),
                        Optional.empty()))
                .isEqualTo(new SubmittedProgram(Optional.of("etl.py"), List.of("1")));
        assertThat(SubmittedProgram.of(command("com.databricks.backend.daemon.driver.DriverDaemon"), Optional.empty()))
                .isEqualTo(new SubmittedProgram(Optional.empty(), List.of()));
        assertThat(SubmittedProgram.of(Map.of(), Optional.empty()).arguments()).isEmpty();
    }

    @Test
    void secretsAreHiddenAndOtherArgumentsAreNot() {
        List<String> safe = Secrets.hidden(
                List.of(
                        "--password",
                        "hunter2",
                        "--db-password=hunter2",
                        "--apiKey",
                        "k",
                        "-t",
                        "5",
                        "jdbc:postgresql://u:pw@h/db?user=a&password=hunter2&x=1",
                        "--dsn",
                        "mine",
                        "AKIAABCDEFGHIJKLMNOP",
                        "aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW",
                        "--max-tokens",
                        "77",
                        "s3://bucket/Path1/aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW",
                        "--token",
                        "--flag"),
                Pattern.compile("--dsn"));
        assertThat(safe)
                .containsExactly(
                        "--password",
                        "***",
                        "--db-password=***",
                        "--apiKey",
                        "***",
                        "-t",
                        "5",
                        "jdbc:postgresql://***@h/db?user=a&password=***&x=1",
                        "--dsn",
                        "***",
                        "***",
                        "***",
                        "--max-tokens",
                        "77",
                        "s3://bucket/Path1/aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW",
                        "--token",
                        "--flag");
    }

    @Test
    void ofArgumentsThoseThatTellRunsApartCount() {
        ArgumentChoice choice =
                new ArgumentChoice(new ArgumentRules(Set.of(), Set.of("--note"), Pattern.compile("(?:)")));
        List<ArgumentSlots> runs = IntStream.range(0, 6)
                .mapToObj(i -> ArgumentSlots.of(List.of(
                        "--date",
                        "2026-11-0" + (i + 1),
                        "--k=" + (i % 2 + 5),
                        "/out/run-" + i,
                        "--mode",
                        "full",
                        "--id",
                        "run" + "abcdef".charAt(i),
                        "--note",
                        "n" + i % 2,
                        "-1.5")))
                .toList();
        runs.forEach(choice::add);
        assertThat(choice.text(runs.get(0))).isEqualTo("--k 5 --mode full -1.5").isEqualTo(choice.text(runs.get(2)));
        assertThat(choice.text(runs.get(1))).isEqualTo("--k 6 --mode full -1.5");
        Map<String, String> reasons = new LinkedHashMap<>();
        choice.chosen().stream()
                .filter(argument -> !argument.counts())
                .forEach(argument -> reasons.put(argument.slot(), argument.reason()));
        assertThat(reasons)
                .containsOnlyKeys("--date", "1", "--id", "--note")
                .containsEntry("1", "a place that differs")
                .containsEntry("--note", "by your rule");
    }
}
