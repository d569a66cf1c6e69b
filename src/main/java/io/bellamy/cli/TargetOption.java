package io.bellamy.cli;

import io.bellamy.problem.Problems;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The data set that a command is about. */
final class TargetOption {

    @Option(
            names = {"-tt", "--training-target"},
            paramLabel = "NAME",
            description = "the data set: a folder below the data folder, as c3o, bell or all")
    private Optional<String> target = Optional.empty();

    void take(QuickArguments given) {
        target = given.value("-tt", "--training-target");
    }

    /**
     * The name that must be given.
     *
     * @param problems are told where it is missing or can't be one
     */
    String required(Problems problems) {
        return CommonOptions.name("--training-target", target, problems);
    }

    /** Where it is given. */
    Optional<String> given(Problems problems) {
        return target.map(name -> CommonOptions.name("--training-target", Optional.of(name), problems));
    }
}
