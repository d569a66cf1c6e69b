package io.bellamy.cli;

import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import io.bellamy.report.EvaluationFiles;
import io.bellamy.service.Evaluations;
import io.bellamy.service.Methods;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code bellamy evaluate} asks, of whom, and where its results go. */
final class EvaluateOptions {

    @Option(
            names = {"-a", "--algorithms"},
            split = ",",
            paramLabel = "NAME",
            description = "the algorithms, separated by commas (default: all of the data set)")
    private List<String> algorithms = List.of();

    @Option(
            names = "--methods",
            split = ",",
            paramLabel = "NAME",
            description = "only these methods, separated by commas (default: those that the protocol is usually for)")
    private List<String> methods = List.of();

    @Mixin
    private ProtocolOptions protocol = new ProtocolOptions();

    @Option(
            names = "--only",
            paramLabel = "PROPERTY=VALUE",
            description = "hold out, or ask about, only what has this value; may be given for several properties")
    private List<String> only = List.of();

    @Option(
            names = "--search",
            description = "choose the hyperparameters by a search inside each support (default: the configuration's)")
    private boolean search;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "evaluation",
            description = "the folder of the results (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("evaluation");

    @Option(names = "--resume", description = "go on where an interrupted evaluation with the same settings ended")
    private boolean resume;

    /** Tells what is wrong with any of them. */
    void check(Problems problems) {
        protocol.check(problems);
        algorithms.forEach(name -> CommonOptions.name("--algorithms", Optional.of(name), problems));
        List<String> known = Methods.names();
        methods.stream()
                .filter(name -> !known.contains(name))
                .forEach(name ->
                        problems.add("--methods: " + Quoted.of(name) + " must be one of " + String.join(", ", known)));
        only(problems);
        files().objection().ifPresent(rule -> problems.add("--out: " + Quoted.of(out) + " " + rule));
    }

    /**
     * What is evaluated; the options must be in order.
     *
     * @param target the data set
     * @param configurationFile as it is shown
     */
    Evaluations.Order order(String target, String configurationFile) {
        return new Evaluations.Order(
                target,
                new LinkedHashSet<>(algorithms),
                protocol.chosen(),
                only(new Problems()),
                protocol.contexts(),
                methods,
                search,
                protocol.treeSplits(),
                configurationFile);
    }

    /** The values that runs must have to be asked about. */
    private Map<String, String> only(Problems problems) {
        return NamedValues.of("--only", "PROPERTY=VALUE", only, problems);
    }

    boolean resume() {
        return resume;
    }

    EvaluationFiles files() {
        return new EvaluationFiles(out);
    }

    Path out() {
        return out;
    }
}
