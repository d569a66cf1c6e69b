package io.bellamy.launch;

import io.bellamy.job.ScaleOutUnit;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.recommendation.Candidate;
import io.bellamy.recommendation.Recommendation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a launcher is told.
 *
 * @param choice the cluster that is recommended
 * @param size of executors on it
 * @param rules that it was made by
 * @param machines how many there are to be
 */
public record LaunchPlan(Candidate choice, ExecutorSize size, LaunchRules rules, Machines machines) {

    /**
     * Numbers of machines; all the same where there is to be one number only.
     *
     * @param least at any time
     * @param initial at the beginning
     * @param most at any time
     */
    public record Machines(int least, int initial, int most) {}

    /** Of a recommendation that meets its limit. */
    public static LaunchPlan of(Recommendation recommendation, LaunchRules rules) {
        Candidate choice = recommendation.choice();
        if (choice.answer().counts() == ScaleOutUnit.CORES) {
            throw new InvalidInputException(
                    "--format: the scale-out of " + choice.answer().trainingTarget()
                            + " counts cores, so nobody knows how many executors there are to be: ask for text, csv or json");
        }
        int chosen = choice.scaleOut();
        return new LaunchPlan(
                choice,
                ExecutorSize.of(choice, rules),
                rules,
                rules.dynamic() ? around(recommendation, choice) : new Machines(chosen, chosen, chosen));
    }

    /** The scale-outs asked about; of them those beside the choice that meet the limit, and whose memory does, without a gap. */
    private static Machines around(Recommendation recommendation, Candidate choice) {
        TreeSet<Integer> asked = new TreeSet<>();
        TreeSet<Integer> good = new TreeSet<>();
        recommendation.ranking().stream()
                .filter(candidate -> candidate.answer().equals(choice.answer()))
                .forEach(candidate -> {
                    asked.add(candidate.scaleOut());
                    if (recommendation.allows(candidate)) {
                        good.add(candidate.scaleOut());
                    }
                });
        int least = choice.scaleOut();
        for (Integer next = asked.lower(least); next != null && good.contains(next); next = asked.lower(next)) {
            least = next;
        }
        int most = choice.scaleOut();
        for (Integer next = asked.higher(most); next != null && good.contains(next); next = asked.higher(next)) {
            most = next;
        }
        return new Machines(least, choice.scaleOut(), most);
    }

    /** Is it known how many machines there are to be? Not where executors are counted: several may run on each. */
    public boolean countsMachines() {
        return choice.answer().counts() == ScaleOutUnit.MACHINES;
    }

    /** How many executors run on a number of machines. */
    public int executors(int onMachines) {
        return onMachines * size.perMachine();
    }

    /** What is left out or rounded, and why. */
    public List<String> notes() {
        return size.notes();
    }

    /** The properties of Spark that say how many executors there are. */
    public Map<String, String> numbers() {
        Map<String, String> properties = new LinkedHashMap<>();
        if (rules.dynamic()) {
            properties.put("spark.dynamicAllocation.enabled", "true");
            // on Kubernetes and standalone clusters there may be no other who keeps what executors that go have
            // shuffled
            properties.put("spark.dynamicAllocation.shuffleTracking.enabled", "true");
            properties.put("spark.dynamicAllocation.minExecutors", text(executors(machines.least())));
            properties.put("spark.dynamicAllocation.initialExecutors", text(executors(machines.initial())));
            properties.put("spark.dynamicAllocation.maxExecutors", text(executors(machines.most())));
        } else {
            properties.put("spark.executor.instances", text(executors(machines.initial())));
        }
        return properties;
    }

    /** Those that say how large they are, and what else a cluster must be told of them. */
    public Map<String, String> sizes() {
        Map<String, String> properties = new LinkedHashMap<>();
        size.cores().ifPresent(cores -> properties.put("spark.executor.cores", text(cores)));
        size.mebibytes().ifPresent(mebibytes -> properties.put("spark.executor.memory", mebibytes + "m"));
        properties.putAll(others());
        return properties;
    }

    /** Those that spark-submit has no option of its own for. */
    public Map<String, String> others() {
        Map<String, String> properties = new LinkedHashMap<>();
        if (!rules.hasSparksOverhead()) {
            size.overhead().ifPresent(mebibytes -> properties.put("spark.executor.memoryOverhead", mebibytes + "m"));
        }
        if (rules.manager() == ClusterManager.STANDALONE) {
            // such a cluster starts as many executors as it has room for, but for this
            size.cores()
                    .ifPresent(cores -> properties.put("spark.cores.max", text(cores * executors(machines.most()))));
        }
        return properties;
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
