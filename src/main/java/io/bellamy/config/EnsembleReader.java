package io.bellamy.config;

import io.bellamy.model.PerceptronShape.Activation;
import io.bellamy.training.EnsembleOptions;
import io.bellamy.training.EnsembleOptions.Parts;
import io.bellamy.training.EnsembleOptions.PerceptronKind;
import io.bellamy.yaml.YamlSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the section {@code ensemble}. */
final class EnsembleReader {

    /** The kind of model that needs the section. */
    private static final String ENSEMBLE = "ensemble";

    private static final int MOST_FOLDS = 100;
    private static final int MOST_LAYERS = 8;
    private static final int MOST_WIDTH = 1024;
    private static final double HIGHEST_RATE = 100;

    private final YamlSection ensemble;

    EnsembleReader(YamlSection ensemble) {
        this.ensemble = ensemble;
    }

    /** Empty where no networks are listed, or something is wrong, which is among the problems. */
    Optional<EnsembleOptions> read(ModelSetup setup) {
        int folds = ensemble.scalar("folds")
                .flatMap(number -> number.integer(2, MOST_FOLDS))
                .orElse(12);
        Parts parts = ensemble.scalar("parts")
                .flatMap(value -> value.constant(Parts.class))
                .orElse(Parts.BOTH);
        List<PerceptronKind> kinds = new ArrayList<>();
        for (YamlSection network : ensemble.sections("networks")) {
            kind(network).ifPresent(kinds::add);
        }
        ensemble.rejectUnknownKeys();
        if (setup.kind().equals(ENSEMBLE) && kinds.isEmpty()) {
            ensemble.problems().add(ensemble.place("networks") + ": must list at least one kind of network");
        }
        return !kinds.isEmpty()
                ? Optional.of(new EnsembleOptions(
                        folds,
                        kinds,
                        setup.pretrainingEpochs(),
                        setup.defaults().learningRate(),
                        setup.defaults().weightDecay(),
                        parts))
                : Optional.empty();
    }

    private static Optional<PerceptronKind> kind(YamlSection network) {
        Optional<Integer> layers = network.requiredScalar("layers").flatMap(number -> number.integer(1, MOST_LAYERS));
        Optional<Integer> width = network.requiredScalar("width").flatMap(number -> number.integer(1, MOST_WIDTH));
        Optional<Activation> activation =
                network.requiredScalar("activation").flatMap(value -> value.constant(Activation.class));
        Optional<Double> rate = network.scalar("rate")
                .map(value -> value.number(0.001, HIGHEST_RATE))
                .orElse(Optional.of(1.0));
        network.rejectUnknownKeys();
        return layers.flatMap(depth -> width.flatMap(breadth -> activation.flatMap(
                function -> rate.map(factor -> new PerceptronKind(depth, breadth, function, factor)))));
    }
}
