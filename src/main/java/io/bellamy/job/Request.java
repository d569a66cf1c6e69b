package io.bellamy.job;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody wants to know: how long a job runs in a context, for a range of scale-outs. Blank properties are not in
 * it: they are unknown.
 *
 * @param trainingTarget the data set, where the request names it
 * @param algorithm the algorithm, where the request names it
 * @param scaleOuts the scale-outs asked about
 * @param machineType where the request lists several: the one that it is about; essential does not have it
 * @param essential essential properties that are given, by name
 * @param optional optional properties that are given for the whole cluster, by name
 * @param optionalPerNode optional properties that are given for one machine, by name
 */
public record Request(
        Optional<String> trainingTarget,
        Optional<String> algorithm,
        ScaleOutRange scaleOuts,
        Optional<ListedType> machineType,
        Map<String, String> essential,
        Map<String, String> optional,
        Map<String, String> optionalPerNode) {

    /**
     * A machine type that a request lists among others.
     *
     * @param place of the list, for messages
     */
    public record ListedType(String name, String place) {}

    public Request {
        essential = Collections.unmodifiableMap(new LinkedHashMap<>(essential));
        optional = Collections.unmodifiableMap(new LinkedHashMap<>(optional));
        optionalPerNode = Collections.unmodifiableMap(new LinkedHashMap<>(optionalPerNode));
    }
}
