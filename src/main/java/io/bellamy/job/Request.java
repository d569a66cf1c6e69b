package io.bellamy.job;

import java.util.Map;
import java.util.Optional;

/**
 * What somebody wants to know: how long a job runs in a context, for a range of scale-outs.
 *
 * @param trainingTarget the data set, where the request names it
 * @param algorithm the algorithm, where the request names it
 * @param scaleOuts the scale-outs asked about
 * @param essential essential properties that are given, by name; blank ones are not in it
 * @param optional optional properties that are given, by name; blank ones are not in it
 */
public record Request(
        Optional<String> trainingTarget,
        Optional<String> algorithm,
        ScaleOutRange scaleOuts,
        Map<String, String> essential,
        Map<String, String> optional) {

    public Request {
        essential = Map.copyOf(essential);
        optional = Map.copyOf(optional);
    }
}
