package io.bellamy.eventlog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Which executors there were when. The driver is none. */
public final class ExecutorTimeline {

    /** An executor; one that is there at the end has no end. */
    private record Life(String host, int cores, int profile, long from, OptionalLong to) {}

    private record Change(long time, int executors, int cores, String host) {}

    private final Map<String, Life> live = new HashMap<>();
    private final List<Life> ended = new ArrayList<>();

    /** One came; again where it is there already, which changes nothing. */
    public void add(String id, String host, int cores, int profile, long time) {
        if (!id.equals("driver") && !id.equals("<driver>")) {
            live.putIfAbsent(id, new Life(host, cores, profile, time, OptionalLong.empty()));
        }
    }

    /** One went, or one that never came, which changes nothing. */
    public void remove(String id, long time) {
        Life life = live.remove(id);
        if (life != null) {
            ended.add(new Life(life.host(), life.cores(), life.profile(), life.from(), OptionalLong.of(time)));
        }
    }

    /** The hosts that there were. */
    public List<String> hosts() {
        return lives().stream().map(Life::host).distinct().toList();
    }

    /** The resource profile that most executors had. */
    public int usualProfile() {
        return mostly(lives().stream().map(Life::profile).toList()).orElse(0);
    }

    /**
     * What was used.
     *
     * @param start of the run, where it is known
     * @param end of the run, where it is known
     */
    public ExecutorUse use(OptionalLong start, OptionalLong end) {
        List<Life> lives = lives();
        int executors = 0;
        int cores = 0;
        int mostExecutors = 0;
        int mostCores = 0;
        int mostHosts = 0;
        Map<String, Integer> hosts = new HashMap<>();
        for (Change change : changes(lives)) {
            executors += change.executors();
            cores += change.cores();
            hosts.merge(change.host(), change.executors(), Integer::sum);
            hosts.remove(change.host(), 0);
            mostExecutors = Math.max(mostExecutors, executors);
            mostCores = Math.max(mostCores, cores);
            mostHosts = Math.max(mostHosts, hosts.size());
        }
        return new ExecutorUse(
                mostExecutors,
                start.isPresent() && end.isPresent()
                        ? mean(lives, start.getAsLong(), end.getAsLong())
                        : OptionalDouble.empty(),
                mostHosts,
                mostCores,
                mostly(lives.stream().map(Life::cores).toList()).orElse(0),
                lives.stream().mapToLong(Life::from).min());
    }

    private List<Life> lives() {
        List<Life> all = new ArrayList<>(ended);
        all.addAll(live.values());
        return all;
    }

    /** In their order; of those of one moment what goes goes first. */
    private static List<Change> changes(List<Life> lives) {
        List<Change> changes = new ArrayList<>();
        for (Life life : lives) {
            changes.add(new Change(life.from(), 1, life.cores(), life.host()));
            life.to()
                    .ifPresent(to ->
                            changes.add(new Change(Math.max(to, life.from() + 1), -1, -life.cores(), life.host())));
        }
        changes.sort(Comparator.comparingLong(Change::time).thenComparingInt(Change::executors));
        return changes;
    }

    private static OptionalDouble mean(List<Life> lives, long start, long end) {
        double time = 0;
        for (Life life : lives) {
            time += Math.max(0, Math.min(life.to().orElse(end), end) - Math.max(life.from(), start));
        }
        return end > start ? OptionalDouble.of(time / (end - start)) : OptionalDouble.empty();
    }

    private static Optional<Integer> mostly(List<Integer> values) {
        return values.stream().collect(Collectors.groupingBy(value -> value, Collectors.counting())).entrySet().stream()
                .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }
}
