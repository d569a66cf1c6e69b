package io.bellamy.cli;

import io.bellamy.launch.ClusterManager;
import io.bellamy.launch.LaunchRules;
import io.bellamy.report.CsvReport;
import io.bellamy.report.DatabricksJson;
import io.bellamy.report.DataprocJson;
import io.bellamy.report.EmrJson;
import io.bellamy.report.EnvText;
import io.bellamy.report.JsonReport;
import io.bellamy.report.LaunchReport;
import io.bellamy.report.ReplyForm;
import io.bellamy.report.SparkApplicationText;
import io.bellamy.report.SparkConfText;
import io.bellamy.report.SparkSubmitText;
import io.bellamy.report.Terminal;
import io.bellamy.report.TextReport;
import java.util.EnumSet;

/** How the answer to a request is written; spelled as on the command line. */
enum AnswerForm {
    text,
    json,
    /** JSON with a line for each request, however many there are. */
    jsonl,
    csv,
    spark_submit,
    spark_conf,
    spark_application,
    emr,
    databricks,
    dataproc,
    env;

    @Override
    public String toString() {
        return name().replace('_', '-');
    }

    /** Is it a launcher that is told? */
    boolean isForLaunchers() {
        return EnumSet.range(spark_submit, env).contains(this);
    }

    ReplyForm form(Terminal terminal, LaunchRules rules) {
        return switch (this) {
            case text -> new TextReport(terminal);
            case json -> new JsonReport(false);
            case jsonl -> new JsonReport(true);
            case csv -> new CsvReport();
            case spark_submit -> new LaunchReport(rules, new SparkSubmitText());
            case spark_conf -> new LaunchReport(rules, new SparkConfText());
            case spark_application -> new LaunchReport(rules.on(ClusterManager.KUBERNETES), new SparkApplicationText());
            case emr -> new LaunchReport(rules.on(ClusterManager.YARN), new EmrJson());
            case databricks -> new LaunchReport(rules, new DatabricksJson());
            case dataproc -> new LaunchReport(rules.on(ClusterManager.YARN), new DataprocJson());
            case env -> new LaunchReport(rules, new EnvText());
        };
    }
}
