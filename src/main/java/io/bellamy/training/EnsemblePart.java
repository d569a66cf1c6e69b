package io.bellamy.training;

import io.bellamy.model.PerceptronShape;
import java.util.ArrayList;
import java.util.List;

/**
 * Some networks of one kind, which train in one thread.
 *
 * @param kind the number of the kind
 * @param shape of each network
 * @param first the first network, of its kind
 * @param networks how many there are
 */
record EnsemblePart(int kind, PerceptronShape shape, int first, int networks) {

    /** Networks in a part: fewer cost more calls of the engine, more leave a processor idle at the end. */
    private static final int MOST = 6;

    /** All parts of an ensemble, in the order of its networks. */
    static List<EnsemblePart> of(FoldedRuns runs, List<EnsembleOptions.PerceptronKind> kinds) {
        List<EnsemblePart> parts = new ArrayList<>();
        for (int kind = 0; kind < kinds.size(); kind++) {
            EnsembleOptions.PerceptronKind own = kinds.get(kind);
            PerceptronShape shape = new PerceptronShape(runs.width(), own.layers(), own.width(), own.activation());
            for (int first = 0; first < runs.networks(); first += MOST) {
                parts.add(new EnsemblePart(kind, shape, first, Math.min(MOST, runs.networks() - first)));
            }
        }
        return parts;
    }

    /** How many weights all its networks have. */
    int size() {
        return networks * shape.size();
    }
}
