package io.bellamy.launch;

import java.util.EnumMap;
import java.util.Map;

/**
 * How executors are made of machines.
 *
 * @param manager who starts them, where what is written does not say it
 * @param several whether several run on a machine; else one does
 * @param coresPerExecutor how many cores each of several has at most
 * @param memoryShare which share of a machine's memory there is for executors with their overhead
 * @param coresLeft how many cores of a machine no executor gets, if it has more
 * @param overhead what an executor needs beside its heap, as a share of that
 * @param leastOverhead MiB of that at least
 * @param dynamic whether Spark finds out how many it needs, within limits
 */
public record LaunchRules(
        ClusterManager manager,
        boolean several,
        int coresPerExecutor,
        Map<ClusterManager, Double> memoryShare,
        Map<ClusterManager, Integer> coresLeft,
        double overhead,
        int leastOverhead,
        boolean dynamic) {

    /** Where nothing else is configured. */
    public static final LaunchRules USUAL = new LaunchRules(
            ClusterManager.YARN,
            false,
            5,
            Map.of(ClusterManager.YARN, 0.75, ClusterManager.KUBERNETES, 0.8, ClusterManager.STANDALONE, 0.9),
            Map.of(ClusterManager.YARN, 0, ClusterManager.KUBERNETES, 1, ClusterManager.STANDALONE, 0),
            0.1,
            384,
            false);

    public LaunchRules {
        memoryShare = new EnumMap<>(memoryShare);
        coresLeft = new EnumMap<>(coresLeft);
    }

    /** The same for one manager. */
    public LaunchRules on(ClusterManager other) {
        return new LaunchRules(
                other, several, coresPerExecutor, memoryShare, coresLeft, overhead, leastOverhead, dynamic);
    }

    /** The same where Spark is to find out how many executors it needs. */
    public LaunchRules dynamically(boolean wanted) {
        return new LaunchRules(
                manager, several, coresPerExecutor, memoryShare, coresLeft, overhead, leastOverhead, wanted);
    }

    /** The same with another overhead. */
    LaunchRules withOverhead(double share) {
        return new LaunchRules(
                manager, several, coresPerExecutor, memoryShare, coresLeft, share, leastOverhead, dynamic);
    }

    /** Is the overhead what Spark itself adds? */
    boolean hasSparksOverhead() {
        return overhead == USUAL.overhead && leastOverhead == USUAL.leastOverhead;
    }

    /** MiB beside a heap of so many. */
    double overheadOf(double heap) {
        return Math.max(leastOverhead, heap * overhead);
    }

    double share() {
        return memoryShare.get(manager);
    }

    int left() {
        return coresLeft.get(manager);
    }
}
