package io.bellamy.cli;

import io.bellamy.files.InputFile;
import io.bellamy.job.Deadlines;
import io.bellamy.problem.Limits;
import io.bellamy.problem.Problems;
import io.bellamy.request.DeadlineReader;
import io.bellamy.yaml.YamlFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** Options that say how long jobs may take. */
final class DeadlineOptions {

    private static final String MAX_RUNTIME = "--max-runtime";

    @Option(
            names = "--deadlines",
            paramLabel = "FILE",
            description = "how long the runs of each job may take, as examples/deadlines.yml")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = MAX_RUNTIME,
            paramLabel = "SECONDS",
            description = "how long a run of the others may take (default: as long as it does)")
    private Optional<Double> maxRuntime = Optional.empty();

    @Option(
            names = "--confidence",
            paramLabel = "P",
            description =
                    "with which probability deadlines must be met, as 0.95; wins over that of the file (default: the"
                            + " predicted runtime must meet them)")
    private Optional<Double> confidence = Optional.empty();

    /** Tells of numbers that make no sense. */
    void check(Problems problems) {
        PreferenceOptions.checkRuntime(problems, MAX_RUNTIME, maxRuntime);
        PreferenceOptions.checkProbability(problems, "--confidence", confidence);
        if (confidence.isPresent() && maxRuntime.isEmpty() && file.isEmpty()) {
            problems.add("--confidence must come with --max-runtime or --deadlines");
        }
    }

    /**
     * What the options say.
     *
     * @param algorithms of the data set
     * @throws io.bellamy.problem.InvalidInputException with all that is wrong with the file
     */
    Deadlines deadlines(Limits limits, Set<String> algorithms) {
        Deadlines own = file.map(path ->
                        DeadlineReader.readFile(YamlFile.read(InputFile.named(path), new Problems(limits)), algorithms))
                .orElse(new Deadlines(Optional.empty(), Map.of(), Optional.empty()));
        return new Deadlines(maxRuntime, own.byAlgorithm(), confidence.or(own::confidence));
    }
}
