package io.bellamy.request;

import io.bellamy.job.Costing;
import io.bellamy.job.Preferences;
import io.bellamy.job.Request;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /** The same, of which the amounts of some properties are what the machines of the job's newest run have. */
    public ParsedRequest withNewestRuns(Set<String> properties) {
        return new ParsedRequest(
                alternatives.stream()
                        .map(request -> request.withNewestRuns(properties))
                        .toList(),
                preferences,
                costing);
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
