package io.bellamy.job;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants to know: how long a job runs in a context, for a range of scale-outs. Blank properties are not in
 * it: they are unknown.
 *
 * @param trainingTarget the data set, where the request names it
 * @param algorithm the algorithm, where the request names it
 * @param scaleOuts the scale-outs asked about
 * @param day on which the job is to run; where it is not given, the day after its newest run
 * @param machineType where the request lists several: the one that it is about; essential does not have it
 * @param essential essential properties that are given, by name
 * @param optional optional properties that are given for the whole cluster, by name
 * @param optionalPerNode optional properties that are given for one machine, by name
 * @param compared those of them that are one of several values which are compared
 * @param ofNewestRun those of them that nobody gave: what the machines of the job's newest run have
 */
public record Request(
        Optional<String> trainingTarget,
        Optional<String> algorithm,
        ScaleOutRange scaleOuts,
        Optional<LocalDate> day,
        Optional<ListedType> machineType,
        Map<String, String> essential,
        Map<String, String> optional,
        Map<String, String> optionalPerNode,
        Set<String> compared,
        Set<String> ofNewestRun) {

    /**
     * A machine type that a request lists among others.
     *
     * @param place of the list, for messages
     */
    public record ListedType(String name, String place) {}

    /** The same with one more essential property. */
    public Request with(String property, String value) {
        Map<String, String> more = new LinkedHashMap<>(essential);
        more.put(property, value);
        return with(more, ofNewestRun);
    }

    /** The same, of which the amounts of some properties are what the machines of the job's newest run have. */
    public Request withNewestRuns(Set<String> properties) {
        return with(essential, properties);
    }

    private Request with(Map<String, String> otherEssential, Set<String> otherOfNewestRun) {
        return new Request(
                trainingTarget,
                algorithm,
                scaleOuts,
                day,
                machineType,
                otherEssential,
                optional,
                optionalPerNode,
                compared,
                otherOfNewestRun);
    }

    public Request {
        essential = Collections.unmodifiableMap(new LinkedHashMap<>(essential));
        optional = Collections.unmodifiableMap(new LinkedHashMap<>(optional));
        optionalPerNode = Collections.unmodifiableMap(new LinkedHashMap<>(optionalPerNode));
        compared = Collections.unmodifiableSet(new LinkedHashSet<>(compared));
        ofNewestRun = Collections.unmodifiableSet(new LinkedHashSet<>(ofNewestRun));
    }
}
