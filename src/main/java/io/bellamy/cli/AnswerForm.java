package io.bellamy.cli;

import io.bellamy.report.CsvReport;
import io.bellamy.report.JsonReport;
import io.bellamy.report.ReplyForm;
import io.bellamy.report.SparkSubmitReport;
import io.bellamy.report.Terminal;
import io.bellamy.report.TextReport;

/** How the answer to a request is written; spelled as on the command line. */
enum AnswerForm {
    text,
    json,
    /** JSON with a line for each request, however many there are. */
    jsonl,
    csv,
    spark_submit {
        @Override
        public String toString() {
            return "spark-submit";
        }
    };

    ReplyForm form(Terminal terminal) {
        return switch (this) {
            case text -> new TextReport(terminal);
            case json -> new JsonReport(false);
            case jsonl -> new JsonReport(true);
            case csv -> new CsvReport();
            case spark_submit -> new SparkSubmitReport();
        };
    }
}
