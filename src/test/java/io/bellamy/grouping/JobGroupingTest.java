package io.bellamy.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellamy.problem.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which runs are one job: each rule joins what is one and keeps apart what is not. */
class JobGroupingTest {

    private static final ImportRules NONE = RulesReader.parse("import.yml", "scale_out: executors\n");
    private static final String CLUSTER = "spark.databricks.clusterUsageTags.";

    private static RunFeatures run(String name, Map<String, String> settings) {
        return new RunFeatures(
                Optional.of(name), SubmittedProgram.of(settings, Optional.of(name)), settings, List.of("host1"));
    }

    private static Optional<String> key(ImportRules rules, String name, Map<String, String> settings) {
        return rules.job(run(name, settings)).map(JobKey::key);
    }

    private static Map<String, String> command(String words) {
        return Map.of("sun.java.command", words);
    }

    @ParameterizedTest
    @CsvSource({
        "NewYorkTaxiData_2025_06_27_00_24_44, NewYorkTaxiData",
        "junoHourly-2016-10-05:21, junoHourly",
        "nightly orders 20261128, nightly orders",
        "etl-2026-11-28T02:15:00.123Z-eu, etl-eu",
        "load 1764295200, load",
        "load 1764295200123, load",
        "report-550e8400-e29b-41d4-a716-446655440000, report",
        "build 9f86d081884c7d65, build",
        "spark-task-a1b2c3d4, spark-task",
        "export run 17, export",
        "export #4, export",
        "monthly_2026-10, monthly",
        "tpch-q5, tpch-q5",
        "model v2.1beta, model v2.1beta",
        "decade, decade",
        "2026-11-28, 2026-11-28"
    })
    void namesLoseWhatDiffersEachNightAndNothingElse(String name, String expected) {
        assertThat(PassingParts.without(name)).isEqualTo(expected);
    }

    @Test
    void twoProgramsOfOneNameAreTwoJobsAndOneProgramUnderTwoDatesIsOne() {
        String submit = "org.apache.spark.deploy.SparkSubmit --class %s app.jar";
        Optional<String> first = key(NONE, "orders 2026-11-01", command(submit.formatted("com.acme.Orders")));
        assertThat(key(NONE, "orders 2026-11-02", command(submit.formatted("com.acme.Orders"))))
                .isEqualTo(first);
        assertThat(key(NONE, "orders 2026-11-02", command(submit.formatted("com.acme.Other"))))
                .isNotEqualTo(first);
    }

    @Test
    void jobsOfDatabricksAreKnownByTheirNumberHoweverTheirClustersAreNamed() {
        Optional<String> first = key(NONE, "Databricks Shell", Map.of(CLUSTER + "clusterName", "job-313-run-18"));
        assertThat(first).contains("databricks:313");
        assertThat(key(NONE, "Databricks Shell", Map.of(CLUSTER + "clusterName", "job-313-run-19")))
                .isEqualTo(first);
        assertThat(key(NONE, "Databricks Shell", Map.of(CLUSTER + "clusterName", "job-314-run-18")))
                .isNotEqualTo(first);
        String tags = "[{\"key\":\"Vendor\",\"value\":\"Databricks\"},{\"key\":\"JobId\",\"value\":\"313\"}]";
        assertThat(key(NONE, "Databricks Shell", Map.of(CLUSTER + "clusterAllTags", tags)))
                .isEqualTo(first);
        assertThat(key(NONE, "Databricks Shell", Map.of(CLUSTER + "clusterName", "my cluster")))
                .isEmpty();
    }

    @Test
    void tasksOfAirflowAndWhatOpenLineageAndOperatorsCallJobsWinOverNames() {
        Map<String, String> extract =
                Map.of("spark.airflow.ctx.dag_id", "daily", "spark.airflow.ctx.task_id", "extract");
        Map<String, String> load = Map.of("spark.airflow.ctx.dag_id", "daily", "spark.airflow.ctx.task_id", "load");
        assertThat(key(NONE, "x-a1b2c3d4", extract))
                .isEqualTo(key(NONE, "y", extract))
                .isNotEqualTo(key(NONE, "x", load));
        assertThat(key(NONE, "x", Map.of("spark.openlineage.appName", "a")))
                .isEqualTo(key(NONE, "y", Map.of("spark.openlineage.appName", "a")))
                .isNotEqualTo(key(NONE, "x", Map.of("spark.openlineage.appName", "b")));
        String label = "spark.kubernetes.driver.label.sparkoperator.k8s.io/app-name";
        assertThat(key(NONE, "x", Map.of(label, "pi-20261128")))
                .isEqualTo(key(NONE, "y", Map.of(label, "pi-20261129")))
                .isNotEqualTo(key(NONE, "x", Map.of(label, "tau-20261129")));
    }

    @Test
    void namesThatSayNothingAreRefusedUnlessARuleTakesThem() {
        for (String name :
                List.of("Spark shell", "PySparkShell", "Databricks Shell", "livy-session-3", "SparkSQL::10.0.0.1")) {
            assertThat(key(NONE, name, Map.of())).as(name).isEmpty();
        }
        ImportRules rules = RulesReader.parse("import.yml", "jobs: [{app_name: 'Spark shell', name: adhoc}]");
        assertThat(key(rules, "Spark shell", Map.of())).contains("rule:adhoc");
        assertThat(key(rules, "PySparkShell", Map.of())).isEmpty();
    }

    @Test
    void rulesGoByPropertyByNameByProgramAndByArgumentInTheirOrder() {
        ImportRules rules = RulesReader.parse("import.yml", """
                jobs:
                  - {property: spark.acme.job}
                  - {app_name: 'etl-(\\w+)-.*', name: 'etl $1'}
                  - {program: com.acme.Main, name: main, argument: --table}
                machine_types:
                  - {property: EMR_CLUSTER_ID, matches: 'j-1.*', type: m5.xlarge}
                  - {host: 'host\\d', type: c5.large}
                """);
        assertThat(key(rules, "etl-a-1", Map.of("spark.acme.job", "billing"))).contains("rule:billing");
        assertThat(key(rules, "etl-a-1", Map.of())).contains("rule:etl a").isEqualTo(key(rules, "etl-a-2", Map.of()));
        assertThat(key(rules, "etl-b-1", Map.of())).contains("rule:etl b");
        String submit = "org.apache.spark.deploy.SparkSubmit --class com.acme.Main app.jar --table %s --day %s";
        assertThat(key(rules, "n1", command(submit.formatted("orders", "1"))))
                .contains("rule:main orders")
                .isEqualTo(key(rules, "n2", command(submit.formatted("orders", "2"))))
                .isNotEqualTo(key(rules, "n1", command(submit.formatted("items", "1"))));
        assertThat(rules.machineType(run("x", Map.of("EMR_CLUSTER_ID", "j-1ABC"))))
                .contains("m5.xlarge");
        assertThat(rules.machineType(run("x", Map.of("EMR_CLUSTER_ID", "j-2ABC"))))
                .contains("c5.large");
        assertThat(NONE.machineType(run("x", Map.of(CLUSTER + "clusterNodeType", "i3.xlarge"))))
                .contains("i3.xlarge");
        assertThat(NONE.machineType(run("x", Map.of(CLUSTER + "clusterNodeType", "*********(redacted)"))))
                .isEmpty();
    }

    @Test
    void allThatIsWrongWithRulesIsToldAtOnceWithItsPlace() {
        String text = """
                scale_out: nodes
                jobs:
                  - {app_name: '(', name: x}
                  - {property: a, app_name: b}
                  - {app_name: 'a(b)', name: '$2'}
                arguments: {count: [x], ignore: [x]}
                machine_types: [{type: m, host: h, property: p}]
                machines: []
                """;
        assertThatThrownBy(() -> RulesReader.parse("import.yml", text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(
                        "import.yml:1: scale_out",
                        "jobs[0].app_name",
                        "regular expression",
                        "jobs[1]",
                        "exactly one of",
                        "jobs[2].name",
                        "groups",
                        "x must be in count or in ignore",
                        "either host or property",
                        "machines: unknown key");
    }

    @Test
    void algorithmsHaveHarmlessNamesOfTheirOwn() {
        AlgorithmNames names = new AlgorithmNames();
        names.keep("old", "orders");
        assertThat(names.of(new JobKey("old", "renamed"))).isEqualTo("orders");
        assertThat(names.of(new JobKey("k1", "Orders"))).matches("Orders-[0-9a-f]{8}");
        assertThat(names.of(new JobKey("k2", "../etc/pass:wd"))).isEqualTo("etc-pass-wd");
        assertThat(names.of(new JobKey("k3", "Über Größe"))).isEqualTo("Uber-Gro-e");
        assertThat(names.of(new JobKey("k4", "all"))).matches("all-[0-9a-f]{8}");
        assertThat(names.of(new JobKey("k5", "日本"))).matches("job-[0-9a-f]{8}");
        assertThat(names.of(new JobKey("k6", "x".repeat(300))))
                .hasSizeLessThan(65)
                .isNotEqualTo(names.of(new JobKey("k7", "x".repeat(301))));
        assertThat(names.of(new JobKey("k1", "Orders"))).isEqualTo(names.of(new JobKey("k1", "Orders")));
    }
}
