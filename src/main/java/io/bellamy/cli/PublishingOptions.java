package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.problem.Problems;
import io.bellamy.update.Resumption;
import io.bellamy.update.UpdateOptions;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of pretraining that say when a model is replaced and what is kept. */
final class PublishingOptions {

    static final int MOST_KEPT = 100_000;

    @Option(
            names = "--keep",
            paramLabel = "N",
            description = "how many of the newest versions stay, and the published one (default: that of the"
                    + " configuration, 5)")
    private Optional<Integer> keep = Optional.empty();

    @Option(
            names = "--margin",
            paramLabel = "SHARE",
            description = "by which share of the published model's error a new one may be worse on the same runs and"
                    + " yet be published, as it is where it is worse by 0.05 or less (default: that of the"
                    + " configuration, 0.25)")
    private Optional<Double> margin = Optional.empty();

    @Option(names = "--force", description = "publish the new model, however much worse")
    private boolean force;

    @Option(
            names = "--if-stale",
            description =
                    "do nothing where the newest model was made by this program of the same runs and configuration")
    private boolean ifStale;

    @Option(
            names = "--wait",
            negatable = true,
            description = "wait where another process is changing the models of the same algorithm, or (the default)"
                    + " leave with exit code 5")
    private boolean wait;

    void check(Problems problems) {
        CommonOptions.checkPositive(problems, "--keep", keep, MOST_KEPT);
        margin.filter(share -> !(share >= 0) || Double.isInfinite(share))
                .ifPresent(share -> problems.add("--margin: '" + share + "' must be a number of at least 0"));
    }

    UpdateOptions options(Configuration configuration, Resumption resumption) {
        return new UpdateOptions(
                keep.orElse(configuration.publication().keep()),
                margin.orElse(configuration.publication().margin()),
                force,
                ifStale,
                wait,
                resumption);
    }
}
