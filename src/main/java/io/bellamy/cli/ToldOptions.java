package io.bellamy.cli;

import io.bellamy.data.RecordedForm;
import io.bellamy.problem.Problems;
import io.bellamy.recording.ToldRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that tell of a run. */
final class ToldOptions {

    private static final String NAMED = "NAME=VALUE";

    @Option(
            names = "--scale-out",
            paramLabel = "N",
            description = "on how many machines it ran, or executors where the data set counts these")
    private Optional<String> scaleOut = Optional.empty();

    @Option(
            names = "--property",
            paramLabel = NAMED,
            description =
                    "a property of the run, as the data set has it; sizes in MB or with a unit, of the whole cluster;"
                            + " may be repeated")
    private List<String> properties = new ArrayList<>();

    @Option(
            names = "--per-node",
            paramLabel = NAMED,
            description = "the same of one machine, as slots=8; may be repeated")
    private List<String> perNode = new ArrayList<>();

    @Option(
            names = "--id",
            paramLabel = "ID",
            description =
                    "what tells the run from others (default: made of all that is told; of a command a random one)")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--runtime",
            paramLabel = "TIME",
            description = "how long it took, in seconds or with units, as '6m 52s'")
    private Optional<String> runtime = Optional.empty();

    @Option(names = "--start", paramLabel = "TIME", description = "when it began, as 2026-11-29T02:15:00Z")
    private Optional<String> start = Optional.empty();

    @Option(
            names = "--status",
            paramLabel = "WORD",
            description =
                    "finished, failed, out_of_memory where it failed for want of that, or stopped, so that it would have"
                            + " taken longer (default: finished)")
    private Optional<String> status = Optional.empty();

    @Option(
            names = "--spilled",
            paramLabel = "AMOUNT",
            description =
                    "how much went to disks for want of memory, in MB or with a unit, as '3 GB'; 0 where nothing did")
    private Optional<String> spilled = Optional.empty();

    @Option(
            names = "--peak-memory",
            paramLabel = "AMOUNT",
            description = "the most memory that a machine used, in MB or with a unit")
    private Optional<String> peakMemory = Optional.empty();

    /** What a command is measured for instead. */
    List<String> measuredOnes() {
        Map<String, Optional<String>> measured = new LinkedHashMap<>();
        measured.put("--runtime", runtime);
        measured.put("--start", start);
        measured.put("--status", status);
        measured.put("--spilled", spilled);
        measured.put("--peak-memory", peakMemory);
        return measured.entrySet().stream()
                .filter(option -> option.getValue().isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Is anything told? */
    boolean areGiven() {
        return !measuredOnes().isEmpty()
                || scaleOut.isPresent()
                || id.isPresent()
                || !properties.isEmpty()
                || !perNode.isEmpty();
    }

    /**
     * The run that is told of, with whatever is wrong with it.
     *
     * @param problems where it is told which options can't be read
     */
    ToldRun run(Problems problems) {
        Map<String, String> facts = new LinkedHashMap<>();
        id.ifPresent(text -> facts.put(RecordedForm.ID, text));
        scaleOut.ifPresent(text -> facts.put(RecordedForm.SCALE_OUT, text));
        runtime.ifPresent(text -> facts.put(RecordedForm.RUNTIME, text));
        start.ifPresent(text -> facts.put(RecordedForm.START, text));
        status.ifPresent(text -> facts.put(RecordedForm.STATUS, text));
        spilled.ifPresent(text -> facts.put(RecordedForm.SPILLED, text));
        peakMemory.ifPresent(text -> facts.put(RecordedForm.PEAK_MEMORY, text));
        return new ToldRun(
                ToldOptions::place,
                facts,
                NamedValues.of("--property", NAMED, properties, problems),
                NamedValues.of("--per-node", NAMED, perNode, problems));
    }

    private static String place(String section, String key) {
        if (section.isEmpty()) {
            return "--" + key.replace('_', '-');
        }
        return (section.equals(RecordedForm.PROPERTIES) ? "--property " : "--per-node ") + key;
    }
}
