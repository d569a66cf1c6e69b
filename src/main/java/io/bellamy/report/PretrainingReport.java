package io.bellamy.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.problem.Quoted;
import io.bellamy.store.Manifest;
import io.bellamy.update.UpdateOutcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of pretraining one or more algorithms; examples/pretraining.schema.json is the contract of its JSON.
 *
 * @param target the data set
 * @param exitCode of the whole
 * @param entries one for each algorithm, in order
 */
public record PretrainingReport(String target, int exitCode, List<AlgorithmEntry> entries) {

    /**
     * What came of an algorithm.
     *
     * @param algorithm its name
     * @param exitCode as if it had been alone
     * @param outcome the version that it is about; absent where it failed
     * @param message what went wrong, where something did
     */
    public record AlgorithmEntry(
            String algorithm, int exitCode, Optional<UpdateOutcome> outcome, Optional<String> message) {}

    public PretrainingReport {
        entries = List.copyOf(entries);
    }

    /** The folder of every version that there is, one a line. */
    public String folders() {
        return entries.stream()
                .flatMap(entry -> entry.outcome().stream())
                .map(outcome -> Quoted.line(outcome.folder().toString()) + System.lineSeparator())
                .collect(Collectors.joining());
    }

    /** An entry in a few words. */
    public static String brief(AlgorithmEntry entry) {
        return entry.outcome()
                .map(outcome -> state(outcome).replace('_', ' ') + ", version "
                        + outcome.manifest().version())
                .orElse("failed, exit code " + entry.exitCode());
    }

    /** How many came to what, as "18 published, 2 unchanged". */
    public static String counts(List<AlgorithmEntry> entries) {
        Map<String, Long> counts = entries.stream()
                .collect(Collectors.groupingBy(PretrainingReport::outcome, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    private static String outcome(AlgorithmEntry entry) {
        return entry.outcome().map(PretrainingReport::state).orElse("failed");
    }

    /** One document. */
    public String json() {
        ObjectNode document = ReportJson.object().put("training_target", target).put("exit_code", exitCode);
        ArrayNode algorithms = document.putArray("algorithms");
        entries.forEach(entry -> algorithms.add(node(entry)));
        return ReportJson.text(document);
    }

    private static ObjectNode node(AlgorithmEntry entry) {
        ObjectNode node = ReportJson.object()
                .put("algorithm", entry.algorithm())
                .put("outcome", outcome(entry))
                .put("exit_code", entry.exitCode());
        entry.message().ifPresent(message -> node.put("message", message));
        entry.outcome().ifPresent(outcome -> {
            Manifest manifest = outcome.manifest();
            node.put("version", manifest.version())
                    .put("folder", outcome.folder().toString())
                    .put("seconds", manifest.seconds());
            ReportJson.putFigures(node, manifest);
        });
        return node;
    }

    private static String state(UpdateOutcome outcome) {
        return outcome.state().name().toLowerCase(Locale.ROOT);
    }
}
