package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.databricks.sdk.service.jobs.SubmitRun;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;

/** Scripts of docs/HOWTO.md that size a job and start it themselves: Spark's own, the operator's, of EMR and of Databricks. */
@DisabledOnOs(OS.WINDOWS)
class HowtoExamplesTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @TempDir
    private Path folder;

    private HowtoFolder howto;

    @BeforeEach
    void launchers() throws IOException {
        howto = HowtoFolder.in(folder);
    }

    @ParameterizedTest
    @CsvSource({"1800, --num-executors 4 ", "1, --num-executors 8 --executor-cores 4 --executor-memory 8g"})
    void theNightlyJobRunsAndIsLearnedFrom(String limit, String size) throws Exception {
        HowtoFolder.Said said = howto.run("nightly.sh", limit);
        assertThat(said.exitCode()).as(said.text()).isZero();
        assertThat(howto.kept("launched")).startsWith(limit.equals("1") ? size : "--num-executors ");
        assertThat(howto.kept("launched"))
                .endsWith("--name nightly-orders --class com.acme.Orders /opt/jobs/orders.jar\n");
        assertThat(howto.kept("asked").lines().skip(1))
                .containsExactly(
                        "import spark /var/log/spark-events --into mine --quiet",
                        "pretrain -tt mine -a all --if-stale --quiet");
        howto.askedAsItIsSpelled();
    }

    @Test
    void theNightlyJobRunsWhereThereIsNoModel() throws Exception {
        howto.loseModels();
        HowtoFolder.Said said = howto.run("nightly.sh", "1800");
        assertThat(said.exitCode()).as(said.text()).isZero();
        assertThat(howto.kept("launched")).startsWith("--num-executors 8 --executor-cores 4 ");
    }

    @ParameterizedTest
    @CsvSource({"1800, true", "1, false"})
    void theOperatorGetsTheApplicationInAnyCase(String limit, boolean sized) throws Exception {
        Path application = folder.resolve("app.yaml");
        Files.copy(Path.of("examples/spark-application.yml"), application, StandardCopyOption.REPLACE_EXISTING);
        HowtoFolder.Said said = howto.run("operator.sh", limit, application.toString());
        assertThat(said.exitCode()).as(said.text()).isZero();
        assertThat(howto.kept("launched")).startsWith("replace --force -f ");
        assertThat(howto.kept("given").equals(Files.readString(application))).isNotEqualTo(sized);
        assertThat(howto.kept("given")).contains("mainClass: com.acme.Grep");
    }

    @Test
    void emrGetsAClusterWithItsStep() throws Exception {
        HowtoFolder.Said said = howto.run("emr.sh", "1800");
        assertThat(said.exitCode()).as(said.text()).isZero();
        RunJobFlowRequest request = LauncherForms.emr(howto.kept("given"));
        assertThat(request.instances().instanceGroups()).hasSize(2);
        assertThat(request.instances().keepJobFlowAliveWhenNoSteps()).isFalse();
        assertThat(request.managedScalingPolicy().computeLimits().maximumCapacityUnits())
                .isEqualTo(request.instances().instanceGroups().get(1).instanceCount());
        assertThat(request.steps()).hasSize(1);
        assertThat(request.configurations().get(0).properties())
                .containsKeys("spark.executor.instances", "spark.eventLog.dir");
        Files.delete(folder.resolve("launched"));
        assertThat(howto.run("emr.sh", "1").exitCode()).isEqualTo(ExitCode.NOT_MET);
        assertThat(folder.resolve("launched")).doesNotExist();
    }

    @Test
    void databricksGetsARunOnItsCluster() throws Exception {
        HowtoFolder.Said said = howto.run("databricks.sh", "1800");
        assertThat(said.exitCode()).as(said.text()).isZero();
        assertThat(howto.kept("launched")).startsWith("jobs submit --json @");
        SubmitRun run = JSON.readValue(howto.kept("given"), SubmitRun.class);
        assertThat(run.getTasks()).hasSize(1);
        assertThat(run.getTasks().iterator().next().getNewCluster().getNumWorkers())
                .isPositive();
        assertThat(run.getTasks().iterator().next().getNewCluster().getNodeTypeId())
                .isEqualTo("small");
        Files.delete(folder.resolve("launched"));
        assertThat(howto.run("databricks.sh", "1").exitCode()).isEqualTo(ExitCode.NOT_MET);
        assertThat(folder.resolve("launched")).doesNotExist();
    }
}
