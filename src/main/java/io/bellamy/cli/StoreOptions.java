package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.problem.Problems;
import io.bellamy.store.ModelVersions;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the commands that look after stored models. */
final class StoreOptions {

    @Mixin
    private ProgramOptions program = new ProgramOptions();

    @Mixin
    private TargetOption target = new TargetOption();

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private OutputForm output = OutputForm.text;

    Configuration configuration() {
        return program.configuration();
    }

    OutputForm output() {
        return output;
    }

    /** The models of every algorithm that the options leave; of an algorithm that is named there must be one. */
    List<ModelVersions> selected(Configuration configuration) {
        Problems problems = new Problems();
        Optional<String> onlyTarget = target.given(problems);
        Optional<String> onlyAlgorithm = model.given(problems);
        problems.throwIfAny();
        if (onlyTarget.isPresent() && onlyAlgorithm.isPresent()) {
            return List.of(one(configuration));
        }
        return model.models(configuration).all().stream()
                .filter(models -> onlyTarget.map(models.target()::equals).orElse(true))
                .filter(models -> onlyAlgorithm.map(models.algorithm()::equals).orElse(true))
                .toList();
    }

    /** The models of the one algorithm that must be named. */
    ModelVersions one(Configuration configuration) {
        Problems problems = new Problems();
        String wanted = target.required(problems, Optional.empty());
        String algorithm = model.required(problems, Optional.empty());
        problems.throwIfAny();
        ModelVersions models = model.models(configuration).of(wanted, algorithm);
        models.requireSome();
        return models;
    }
}
