package io.bellamy.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.grouping.ArgumentChoice.ChosenArgument;
import io.bellamy.imports.ImportSummary;
import io.bellamy.imports.ImportSummary.UnreadFile;
import io.bellamy.imports.JobSummary;
import io.bellamy.problem.Counted;
import io.bellamy.problem.Quoted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an import did or would do, for people and as JSON; examples/import.schema.json is the contract of the latter. */
public record ImportReport(ImportSummary summary) {

    private static final int LISTED = 10;
    private static final int FEW = 3;

    /** For people. */
    public String text() {
        StringBuilder text = new StringBuilder();
        line(text, counts());
        if (!summary.algorithms().isEmpty()) {
            TextTable table = new TextTable(List.of("algorithm", "runs", summary.scaleOut(), "machine types", "note"));
            summary.algorithms()
                    .forEach(job -> table.row(List.of(
                            job.algorithm(),
                            Long.toString(job.count()),
                            scaleOuts(job),
                            job.machineTypes().isEmpty() ? "unknown" : String.join(", ", job.machineTypes()),
                            note(job))));
            text.append(table.toTheLeft());
        }
        summary.algorithms().forEach(job -> arguments(text, job));
        summary.leftOut()
                .forEach((reason, count) -> line(
                        text,
                        "left out: " + Counted.of(count, "run") + ": " + reason + " (as "
                                + summary.examples().get(reason) + ")"));
        summary.unread().stream()
                .limit(LISTED)
                .forEach(file -> line(text, "not read: " + file.place() + ": " + file.reason()));
        if (summary.unread().size() > LISTED) {
            line(text, "not read: " + (summary.unread().size() - LISTED) + " more; -o json lists all");
        }
        withoutLog(text);
        summary.advice().forEach(advice -> advice.lines().forEach(part -> line(text, part)));
        return text.toString();
    }

    private void withoutLog(StringBuilder text) {
        Map<String, List<String>> places = summary.withoutLog().stream()
                .collect(Collectors.groupingBy(
                        UnreadFile::reason,
                        LinkedHashMap::new,
                        Collectors.mapping(UnreadFile::place, Collectors.toList())));
        places.forEach((reason, runs) ->
                line(text, Counted.of(runs.size(), "run") + " without log: " + reason + " (as " + runs.get(0) + ")"));
    }

    private static void line(StringBuilder text, String line) {
        text.append(Quoted.line(line)).append(System.lineSeparator());
    }

    private String counts() {
        return summary.folder()
                + (summary.dryRun() ? " (nothing is written): " : ": ")
                + Counted.of(summary.logs(), "log")
                + (summary.unchangedLogs() > 0 ? ", " + summary.unchangedLogs() + " of them as before" : "")
                + (summary.unread().isEmpty()
                        ? ""
                        : ", " + Counted.of(summary.unread().size(), "file") + " not read")
                + (summary.withoutLog().isEmpty()
                        ? ""
                        : ", " + Counted.of(summary.withoutLog().size(), "run") + " without log")
                + "; runs: " + summary.runs().added() + " new, "
                + summary.runs().replaced() + " changed, "
                + summary.runs().unchanged() + " as before"
                + (summary.runs().duplicates() > 0
                        ? ", " + Counted.of(summary.runs().duplicates(), "log") + " of a run that another log tells"
                        : "");
    }

    private static String scaleOuts(JobSummary job) {
        return job.runs().entrySet().stream()
                        .limit(LISTED)
                        .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                        .collect(Collectors.joining(", "))
                + (job.runs().size() > LISTED ? ", ..." : "");
    }

    private String note(JobSummary job) {
        String single = job.runs().size() == 1
                ? "other numbers of " + summary.scaleOut() + " are guesses: bellamy suggest names the next to try"
                : "";
        String few = single.isEmpty() && job.count() < FEW ? "few runs: expect wide intervals" : "";
        String sizes = job.sizes() == 0 ? "size of its data unknown" : "";
        String dynamic = job.dynamic() > 0 ? job.dynamic() + " with the mean of executors that came and went" : "";
        return List.of(single, few, sizes, dynamic).stream()
                .filter(note -> !note.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static void arguments(StringBuilder text, JobSummary job) {
        job.arguments().stream()
                .filter(argument -> !argument.counts())
                .limit(LISTED)
                .forEach(argument -> line(
                        text,
                        "arguments of " + job.algorithm() + ": " + shown(argument) + " does not count: "
                                + argument.reason()));
    }

    private static String shown(ChosenArgument argument) {
        return argument.slot() + " ("
                + argument.examples().stream().map(Quoted::plain).collect(Collectors.joining(", ")) + ")";
    }

    /** One document. */
    public String json() {
        ObjectNode document = ReportJson.object()
                .put("folder", summary.folder().toString())
                .put("dry_run", summary.dryRun())
                .put("scale_out", summary.scaleOut())
                .put("logs", summary.logs())
                .put("unchanged_logs", summary.unchangedLogs());
        document.putObject("runs")
                .put("added", summary.runs().added())
                .put("replaced", summary.runs().replaced())
                .put("unchanged", summary.runs().unchanged())
                .put("duplicates", summary.runs().duplicates());
        ArrayNode algorithms = document.putArray("algorithms");
        summary.algorithms().forEach(job -> algorithms.add(algorithm(job)));
        ArrayNode leftOut = document.putArray("left_out");
        summary.leftOut().forEach((reason, count) -> leftOut.addObject()
                .put("reason", reason)
                .put("runs", count)
                .put("example", summary.examples().get(reason)));
        files(document.putArray("not_read"), summary.unread());
        files(document.putArray("without_log"), summary.withoutLog());
        ArrayNode advice = document.putArray("advice");
        summary.advice().forEach(advice::add);
        return ReportJson.text(document);
    }

    private static void files(ArrayNode list, List<UnreadFile> files) {
        files.forEach(file -> list.addObject().put("file", file.place()).put("reason", file.reason()));
    }

    private ObjectNode algorithm(JobSummary job) {
        ObjectNode node = ReportJson.object()
                .put("algorithm", job.algorithm())
                .put("job", job.job())
                .put("runs", job.count());
        ArrayNode scaleOuts = node.putArray("scale_outs");
        job.runs()
                .forEach((scaleOut, runs) ->
                        scaleOuts.addObject().put("scale_out", scaleOut).put("runs", runs));
        node.put("data_sizes", job.sizes()).put("dynamic_runs", job.dynamic());
        ArrayNode types = node.putArray("machine_types");
        job.machineTypes().forEach(types::add);
        ArrayNode arguments = node.putArray("arguments");
        job.arguments().forEach(argument -> {
            ObjectNode entry =
                    arguments.addObject().put("argument", argument.slot()).put("counts", argument.counts());
            if (!argument.counts()) {
                entry.put("reason", argument.reason());
            }
            ArrayNode examples = entry.putArray("examples");
            argument.examples().forEach(examples::add);
        });
        return node.put("note", note(job));
    }
}
