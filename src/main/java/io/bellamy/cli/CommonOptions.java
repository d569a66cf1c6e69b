package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.job.Name;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import io.bellamy.service.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the commands that work with data sets, and what they wire up. */
final class CommonOptions {

    @Mixin
    private ProgramOptions program = new ProgramOptions();

    @Mixin
    private TargetOption target = new TargetOption();

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "the data folder (default: that of the configuration)")
    private Optional<Path> dataDir = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "where every random number comes from (default: that of the configuration)")
    private Optional<Long> seed = Optional.empty();

    void take(QuickArguments given) {
        program.take(given);
        target.take(given);
        dataDir = given.path("--data-dir");
    }

    Configuration configuration() {
        return program.configuration();
    }

    Path configurationFile() {
        return program.configurationFile();
    }

    /** Is there room for what is for people alone: tables and bars? */
    boolean tellsPeople() {
        return program.tellsPeople();
    }

    /**
     * The data set that the command is about.
     *
     * @param problems are told where it is missing or can't be one
     */
    String target(Problems problems) {
        return target.required(problems);
    }

    /** The data set, where it is given. */
    Optional<String> givenTarget(Problems problems) {
        return target.given(problems);
    }

    /** The seed that wins over that of the configuration. */
    Optional<Long> seed() {
        return seed;
    }

    /** What the command works with. */
    Workspace workspace(Configuration configuration, Optional<Path> modelsDir) {
        return Workspace.of(configuration, new Workspace.Overrides(dataDir, modelsDir, seed), Clock.systemUTC());
    }

    /**
     * A name that can be one.
     *
     * @param problems are told where it can't or is missing
     */
    static String name(String option, Optional<String> given, Problems problems) {
        if (given.isEmpty()) {
            problems.add(option + " is missing");
            return "";
        }
        String name = given.get();
        Name.objection(name).ifPresent(rule -> problems.add(option + ": " + Quoted.of(name) + " must be " + rule));
        return name;
    }

    /** Tells where the value of an option is no whole number that makes sense. */
    static void checkPositive(Problems problems, String option, Optional<Integer> given, int most) {
        given.filter(number -> number < 1 || number > most)
                .ifPresent(
                        number -> problems.add(option + ": '" + number + "' must be a whole number from 1 to " + most));
    }
}
