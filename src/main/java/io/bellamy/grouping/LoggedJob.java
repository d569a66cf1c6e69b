package io.bellamy.grouping;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which job a run is of, where no rule says it: as whoever started it called it, else by its name and program. */
final class LoggedJob {

    private static final String TAGS = "spark.databricks.clusterUsageTags.";
    private static final Pattern CLUSTER_OF_JOB = Pattern.compile("job-(\\d{1,20})-run-.*");
    private static final Pattern TAGGED_JOB = Pattern.compile(
            "\"key\"\\s*:\\s*\"JobId\"\\s*,\\s*\"value\"\\s*:\\s*\"(\\w{1,40})\"|\"JobId\"\\s*:\\s*\"?(\\w{1,40})");
    private static final Pattern GENERIC = Pattern.compile(
            "(?i)(spark|py-?spark|spark-?r|databricks)[ -]?shell|sparkr|spark ?sql(::.*)?|livy-session.*|zeppelin.*"
                    + "|thrift jdbc/odbc server|jupyter.*|sparklyr|py-?spark|spark|application|default|unknown|null");

    private LoggedJob() {}

    /** The name says nothing about what ran. */
    static boolean isGeneric(String name) {
        return GENERIC.matcher(name.strip()).matches();
    }

    static Optional<JobKey> of(RunFeatures run) {
        return databricks(run)
                .or(() -> airflow(run))
                .or(() -> run.setting("spark.openlineage.appName").map(name -> named("openlineage", name)))
                .or(() -> run.setting("spark.kubernetes.driver.label.sparkoperator.k8s.io/app-name")
                        .map(name -> named("k8s", name)))
                .or(() -> byName(run));
    }

    private static Optional<JobKey> databricks(RunFeatures run) {
        Optional<String> byCluster = run.setting(TAGS + "clusterName")
                .map(CLUSTER_OF_JOB::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1));
        return byCluster
                .or(() -> run.setting(TAGS + "clusterAllTags")
                        .map(TAGGED_JOB::matcher)
                        .filter(Matcher::find)
                        .map(found -> found.group(1) == null ? found.group(2) : found.group(1)))
                .map(id -> new JobKey("databricks:" + id, "databricks job " + id));
    }

    private static Optional<JobKey> airflow(RunFeatures run) {
        Optional<String> dag = ending(run, "airflow.ctx.dag_id");
        Optional<String> task = ending(run, "airflow.ctx.task_id");
        return dag.map(id -> new JobKey(
                "airflow:" + id + " / " + task.orElse(""),
                id + task.map(name -> " " + name).orElse("")));
    }

    /** Settings of Spark have a prefix, which tools choose. */
    private static Optional<String> ending(RunFeatures run, String end) {
        return run.settings().entrySet().stream()
                .filter(setting -> setting.getKey().endsWith(end))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .flatMap(run::setting);
    }

    private static JobKey named(String who, String name) {
        String job = PassingParts.without(name);
        return new JobKey(who + ":" + job, job);
    }

    /** Two programs of one name are two jobs. */
    private static Optional<JobKey> byName(RunFeatures run) {
        Optional<String> main = run.program().main().map(PassingParts::without);
        Optional<String> name = run.name().filter(text -> !isGeneric(text)).map(PassingParts::without);
        return name.or(() -> run.name().isPresent() ? Optional.empty() : main)
                .map(job -> new JobKey("name:" + job + " / " + main.orElse(""), job));
    }
}
