package io.bellamy.prediction;

import io.bellamy.data.Dataset;
import io.bellamy.features.FittedPipeline;
import io.bellamy.features.Property;
import io.bellamy.job.History;
import io.bellamy.job.JoinedRuns;
import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.Request;
import io.bellamy.job.Role;
import io.bellamy.job.Run;
import io.bellamy.prediction.Answer.FilledIn;
import io.bellamy.problem.Counted;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Quoted;
import io.bellamy.problem.Remedy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Completes the context of a request. A blank essential property is unknown: it is taken from the runs that match what
 * is given, or, where none match, from all runs, if these leave no doubt.
 */
final class ContextResolver {

    /** More contexts than this are not predicted in one go. */
    private static final int MOST_CANDIDATES = 100;

    private static final int LISTED = 10;

    private final List<Run> runs;
    private final History history;
    private final FittedPipeline pipeline;
    private final SeenValues seen;
    private final PropertyDefinitions definitions;

    ContextResolver(Dataset dataset, History history, FittedPipeline pipeline, SeenValues seen) {
        this.runs = dataset.runs();
        this.definitions = dataset.definitions();
        this.history = history;
        this.pipeline = pipeline;
        this.seen = seen;
    }

    /**
     * A context with all its properties.
     *
     * @param essential every essential property, in the spelling that the model knows, in order
     * @param filledIn what the request did not give
     */
    record Resolved(Map<String, String> essential, List<FilledIn> filledIn) {}

    /**
     * Completes the context.
     *
     * @param every whether to give every candidate where there are several
     * @throws InvalidInputException listing the candidates where there are several and {@code every} is false
     */
    List<Resolved> resolve(Request request, boolean every) {
        Map<String, String> given = given(request);
        List<String> blank = pipeline.essential().stream()
                .map(Property::name)
                .filter(name -> !given.containsKey(name))
                .toList();
        List<Run> matching = history.matching(given);
        List<Run> source = matching.isEmpty() ? runs : matching;
        Map<String, String> known = matching.isEmpty() ? Map.of() : given;
        // most often there is nothing to choose from
        List<Map<String, String>> candidates =
                candidates(blank, agree(blank, source, known) ? source.subList(0, 1) : source);
        if (candidates.size() > 1 && matching.isEmpty() && !every) {
            throw new InvalidInputException(unmatched(given, varying(blank, candidates)), Remedy.EACH_CANDIDATE);
        }
        if (candidates.size() > 1 && (!every || candidates.size() > MOST_CANDIDATES)) {
            String message = ambiguous(given, varying(blank, candidates), candidates, every);
            throw every
                    ? new InvalidInputException(message)
                    : new InvalidInputException(message, Remedy.EACH_CANDIDATE);
        }
        String from = matching.isEmpty()
                ? Counted.of(source.size(), "run") + " of the algorithm"
                : Counted.of(source.size(), "matching run");
        return candidates.stream()
                .map(candidate -> resolved(given, candidate, from))
                .toList();
    }

    /**
     * Completes the context of an algorithm of which there may be no run: what those of others leave in doubt is not known.
     *
     * @param every whether to give every candidate where its own runs leave several
     * @throws InvalidInputException as {@link #resolve} does
     */
    List<Resolved> resolveNew(Request request, boolean every) {
        Map<String, String> given = given(request);
        String algorithm = given.get(JoinedRuns.ALGORITHM);
        if (history.count(JoinedRuns.ALGORITHM, algorithm) > 0) {
            return resolve(request, every);
        }
        Map<String, String> essential = new LinkedHashMap<>();
        List<FilledIn> filledIn = new ArrayList<>();
        for (Property property : pipeline.essential()) {
            String name = property.name();
            List<String> values =
                    runs.stream().map(run -> run.essential(name)).distinct().toList();
            if (given.containsKey(name)) {
                essential.put(name, seen.spelling(name, given.get(name)));
            } else if (values.size() == 1) {
                essential.put(name, values.get(0));
                filledIn.add(
                        new FilledIn(name, values.get(0), Counted.of(runs.size(), "run") + " of other algorithms"));
            } else {
                essential.put(name, "");
            }
        }
        return List.of(new Resolved(essential, filledIn));
    }

    /** The essential properties that a request gives, the machine type among them where it lists several. */
    private Map<String, String> given(Request request) {
        Map<String, String> given = new LinkedHashMap<>(request.essential());
        request.machineType().ifPresent(type -> {
            Property property = pipeline.essential().stream()
                    .filter(known -> definitions.withRole(Role.MACHINE_TYPE).equals(Optional.of(known.name())))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInputException(
                            type.place() + ": no essential property of these data has the role machine_type"));
            if (given.put(property.name(), type.name()) != null) {
                throw new InvalidInputException(
                        type.place() + ": must not be given beside essential_properties." + property.name());
            }
            property.objection(type.name()).ifPresent(rule -> {
                throw new InvalidInputException(
                        type.place() + ": " + Quoted.of(type.name()) + ": the machine type must be " + rule);
            });
        });
        return given;
    }

    /** Have all of the runs, which are those with the values known, one value of each blank property? */
    private boolean agree(List<String> blank, List<Run> source, Map<String, String> known) {
        Map<String, String> one = new LinkedHashMap<>(known);
        blank.forEach(name -> one.put(name, source.get(0).essential(name)));
        return history.matching(one).size() == source.size();
    }

    private static List<Map<String, String>> candidates(List<String> blank, List<Run> source) {
        Map<List<String>, Map<String, String>> distinct = new LinkedHashMap<>();
        for (Run run : source) {
            Map<String, String> values = new LinkedHashMap<>();
            blank.forEach(name -> values.put(name, run.essential(name)));
            distinct.putIfAbsent(blank.stream().map(run::canonical).toList(), values);
        }
        return List.copyOf(distinct.values());
    }

    private Resolved resolved(Map<String, String> given, Map<String, String> candidate, String from) {
        Map<String, String> essential = new LinkedHashMap<>();
        List<FilledIn> filledIn = new ArrayList<>();
        for (Property property : pipeline.essential()) {
            String name = property.name();
            if (candidate.containsKey(name)) {
                essential.put(name, candidate.get(name));
                filledIn.add(new FilledIn(name, candidate.get(name), from));
            } else {
                essential.put(name, seen.spelling(name, given.get(name)));
            }
        }
        return new Resolved(essential, filledIn);
    }

    /** The properties in which candidates differ. */
    private List<String> varying(List<String> blank, List<Map<String, String>> candidates) {
        return blank.stream()
                .filter(name -> candidates.stream()
                                .map(candidate -> definitions.canonical(name, candidate.get(name)))
                                .distinct()
                                .count()
                        > 1)
                .toList();
    }

    /** A value that nothing matches is more likely wrong than what was left blank. */
    private String unmatched(Map<String, String> given, List<String> varying) {
        List<String> lines = new ArrayList<>(new Mismatch(runs, history).problems(given));
        lines.add("if that is right, give " + String.join(", ", varying) + " too, which no matching run tells");
        return String.join(System.lineSeparator(), lines);
    }

    private String ambiguous(
            Map<String, String> given, List<String> varying, List<Map<String, String>> candidates, boolean every) {
        StringBuilder message = new StringBuilder("essential_properties: " + String.join(", ", varying)
                + " must be given: the runs known"
                + definitions
                        .withRole(Role.MACHINE_TYPE)
                        .map(given::get)
                        .map(type -> " on " + Quoted.plain(type))
                        .orElse("")
                + " leave " + candidates.size() + " possibilities");
        candidates.stream().limit(LISTED).forEach(candidate -> {
            List<String> values = varying.stream()
                    .map(name -> name + ": " + Quoted.of(candidate.get(name)))
                    .toList();
            message.append(System.lineSeparator()).append("  ").append(String.join(", ", values));
        });
        if (candidates.size() > LISTED) {
            message.append(System.lineSeparator())
                    .append("  and ")
                    .append(candidates.size() - LISTED)
                    .append(" more");
        }
        return every
                ? message.append(System.lineSeparator())
                        .append("at most " + MOST_CANDIDATES + " are predicted in one go")
                        .toString()
                : message.toString();
    }
}
