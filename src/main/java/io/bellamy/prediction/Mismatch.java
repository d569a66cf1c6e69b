package io.bellamy.prediction;

import io.bellamy.job.History;
import io.bellamy.job.Run;
import io.bellamy.problem.Counted;
import io.bellamy.problem.Quoted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says which values kept all runs out where none matches, and which known ones are nearest to them. */
final class Mismatch {

    private final List<Run> runs;
    private final History history;

    Mismatch(List<Run> runs, History history) {
        this.runs = runs;
        this.history = history;
    }

    /** That nothing matches, and why. */
    String warning(Map<String, String> essential) {
        return "no run matches the context, so the pretrained model answers as it is; excluded by "
                + reasons(essential).collect(Collectors.joining("; and by "));
    }

    /** That nothing matches, and why, where the model answers from runs that are alike. */
    String alike(Map<String, String> essential) {
        return "no run matches the context, so runs that are alike answer; excluded by "
                + reasons(essential).collect(Collectors.joining("; and by "));
    }

    /** What is wrong with a request: {@code essential_properties.machine_type: 'C4.2XLarge' is in none of the 810 runs}. */
    List<String> problems(Map<String, String> essential) {
        return reasons(essential)
                .map(reason -> "essential_properties." + reason)
                .toList();
    }

    private Stream<String> reasons(Map<String, String> essential) {
        List<String> excluding = history.excludedBy(essential);
        return excluding.stream().map(name -> {
            List<Run> others = Stream.of(List.of(name), excluding)
                    .map(removed -> without(essential, removed))
                    .filter(matching -> !matching.isEmpty())
                    .findFirst()
                    .orElse(runs);
            return reason(name, essential.get(name), others);
        });
    }

    private List<Run> without(Map<String, String> essential, List<String> removed) {
        Map<String, String> others = new LinkedHashMap<>(essential);
        others.keySet().removeAll(removed);
        return history.matching(others);
    }

    private String reason(String name, String value, List<Run> others) {
        boolean known = history.count(name, value) > 0;
        List<String> values =
                others.stream().map(run -> run.essential(name)).distinct().toList();
        String nearest =
                NearestValues.of(value, values).stream().map(Quoted::of).collect(Collectors.joining(", "));
        return name + ": " + Quoted.of(value)
                + (known
                        ? " is in no run whose other properties are those given"
                        : " is in none of the " + Counted.of(runs.size(), "run"))
                + " (nearest: " + nearest + ")";
    }
}
