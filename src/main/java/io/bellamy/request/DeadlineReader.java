package io.bellamy.request;

import io.bellamy.job.Deadlines;
import io.bellamy.job.Preferences;
import io.bellamy.problem.Quoted;
import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a file of deadlines: how long the runs of each job may take. */
public final class DeadlineReader {

    private static final double LEAST = 1e-3;
    private static final double MOST = 1e12;
    private static final int LISTED = 20;

    private DeadlineReader() {}

    /**
     * Reads a file of deadlines.
     *
     * @param known the algorithms of the data set
     * @throws io.bellamy.problem.InvalidInputException with every problem at once
     */
    public static Deadlines readFile(YamlSection root, Set<String> known) {
        Optional<Double> confidence = root.scalar("confidence")
                .flatMap(scalar -> scalar.number(Preferences.LEAST_PROBABILITY, Preferences.MOST_PROBABILITY));
        YamlSection jobs = root.section("max_runtime");
        if (jobs.isEmpty()) {
            root.problems()
                    .add(root.place("max_runtime") + ": must name an algorithm and the seconds that a run may take");
        }
        Map<String, Double> deadlines = new LinkedHashMap<>();
        for (String name : jobs.keys()) {
            Optional<YamlScalar> seconds = jobs.requiredScalar(name);
            if (!known.contains(name)) {
                root.problems()
                        .add(jobs.place(name) + ": is no algorithm of the data set, which has "
                                + Quoted.plain(String.join(
                                        ", ", known.stream().limit(LISTED).toList()))
                                + (known.size() > LISTED ? ", ..." : ""));
            }
            seconds.flatMap(scalar -> scalar.number(LEAST, MOST)).ifPresent(number -> deadlines.put(name, number));
        }
        root.rejectUnknownKeys();
        root.problems().throwIfAny();
        return new Deadlines(Optional.empty(), deadlines, confidence);
    }
}
