package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.job.Costing;
import io.bellamy.problem.BellamyException;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import io.bellamy.service.LiveJobs.LiveScope;
import io.bellamy.service.Workspace;
import io.bellamy.web.FailureWords.ToldFailure;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the commands that go on answering: about which jobs, and what holds for requests that say nothing of costs. */
final class ServedOptions {

    private static final Logger LOG = LoggerFactory.getLogger(ServedOptions.class);

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private ModelOptions stored = new ModelOptions();

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            description = "what machines cost, as examples/prices.yml (prices in a request win over it)")
    private Optional<Path> prices = Optional.empty();

    @Mixin
    private CostOptions costs = new CostOptions();

    /** Which jobs are answered about; tells of what makes no sense. */
    LiveScope scope(Problems problems) {
        LiveScope scope = new LiveScope(common.givenTarget(problems), stored.given(problems));
        costs.check(problems);
        return scope;
    }

    Configuration configuration() {
        return common.configuration();
    }

    /** A name that is misspelled would be noticed by nobody but those who ask. */
    Workspace workspace(Configuration configuration) {
        Workspace workspace = common.workspace(configuration, stored.modelsDir());
        common.givenTarget(new Problems()).ifPresent(target -> {
            try {
                workspace.datasets().folders(target);
            } catch (BellamyException wrong) {
                LOG.warn("{}; questions about it are refused until that is mended", Quoted.plain(wrong.getMessage()));
            }
        });
        return workspace;
    }

    /**
     * What holds for requests that say nothing of costs.
     *
     * @throws io.bellamy.problem.InvalidInputException with all that is wrong with the files
     */
    Costing costing(Configuration configuration) {
        return costs.costing(PreferenceOptions.read(prices, configuration.limits()), configuration.limits());
    }

    /** What the command line says of a failure. */
    static ToldFailure told(Throwable failure) {
        Failure told = Failure.of(failure);
        return new ToldFailure(told.exitCode(), told.message());
    }
}
