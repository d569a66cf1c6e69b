package io.bellamy.request;

import io.bellamy.job.Costing;
import io.bellamy.job.Preferences;
import io.bellamy.job.Request;
import java.util.List;
import java.util.Optional;

/**
 * All that a request says.
 *
 * @param alternatives the contexts and scale-outs asked about, at least one; with several they differ in machine type or size
 * @param preferences what is wanted of the recommendation
 * @param costing what clusters cost, as far as the request says so
 */
public record ParsedRequest(List<Request> alternatives, Preferences preferences, Costing costing) {

    public ParsedRequest {
        alternatives = List.copyOf(alternatives);
    }

    /** The data set, where the request names it. */
    public Optional<String> trainingTarget() {
        return alternatives.get(0).trainingTarget();
    }

    /** The algorithm, where the request names it. */
    public Optional<String> algorithm() {
        return alternatives.get(0).algorithm();
    }
}
