package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.problem.Problems;
import io.bellamy.service.Catalogue;
import io.bellamy.service.StoredVersions;
import io.bellamy.service.Workspace;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** Options of the commands that look after stored models. */
final class StoreOptions {

    @Mixin
    private ProgramOptions program = new ProgramOptions();

    @Mixin
    private TargetOption target = new TargetOption();

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    Configuration configuration() {
        return program.configuration();
    }

    OutputOption output() {
        return output;
    }

    /** The models of every algorithm that the options leave; of an algorithm that is named there must be one. */
    List<StoredVersions> selected(Configuration configuration) {
        Problems problems = new Problems();
        Optional<String> onlyTarget = target.given(problems);
        Optional<String> onlyAlgorithm = model.given(problems);
        problems.throwIfAny();
        return onlyTarget.isPresent() && onlyAlgorithm.isPresent()
                ? List.of(one(configuration))
                : catalogue(configuration).all(onlyTarget, onlyAlgorithm);
    }

    /** The models of the one algorithm that must be named. */
    StoredVersions one(Configuration configuration) {
        Problems problems = new Problems();
        String wanted = target.required(problems);
        String algorithm = model.required(problems);
        problems.throwIfAny();
        return catalogue(configuration).of(wanted, algorithm);
    }

    private Catalogue catalogue(Configuration configuration) {
        Workspace.Overrides own = new Workspace.Overrides(Optional.empty(), model.modelsDir(), Optional.empty());
        return new Catalogue(Workspace.of(configuration, own, Clock.systemUTC()));
    }
}
