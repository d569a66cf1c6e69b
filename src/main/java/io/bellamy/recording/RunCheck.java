package io.bellamy.recording;

import io.bellamy.data.RecordedForm;
import io.bellamy.data.RecordingRules;
import io.bellamy.data.RunStatus;
import io.bellamy.job.Name;
import io.bellamy.job.ScaleOutUnit;
import io.bellamy.numerics.DecimalText;
import io.bellamy.numerics.Runtimes;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** Checks runs that are told of against the description of their data set. */
final class RunCheck {

    private static final int LONGEST_ID = 200;
    private static final int ID_DIGITS = 16;
    private static final int MOST_EXIT_CODE = 255;

    private final Optional<String> algorithm;
    private final Function<String, RecordingRules> rules;
    private final Map<String, RecordingRules> known = new HashMap<>();

    /**
     * Of runs of one data set.
     *
     * @param algorithm of runs that name none
     * @param rules for the runs of an algorithm
     */
    RunCheck(Optional<String> algorithm, Function<String, RecordingRules> rules) {
        this.algorithm = algorithm;
        this.rules = rules;
    }

    /**
     * A run as it can be kept.
     *
     * @throws InvalidInputException with all that is wrong with it
     */
    RecordedRun of(ToldRun told, Problems problems) {
        String name = algorithm(told, problems);
        told.scaleOutObjection().ifPresent(problems::add);
        int scaleOut = told.fact(RecordedForm.SCALE_OUT)
                .filter(text -> told.scaleOutObjection().isEmpty())
                .flatMap(DecimalText::whole)
                .orElse(1L)
                .intValue();
        RunStatus status = status(told, problems);
        Optional<BigDecimal> seconds = seconds(told, status, problems);
        exitCode(told, problems);
        Map<String, String> amounts = amounts(told, problems);
        told.fact(RecordedForm.START)
                .flatMap(RecordingRules::startObjection)
                .ifPresent(rule -> reject(told, RecordedForm.START, rule, problems));
        told.fact(RecordedForm.ID)
                .filter(id -> id.length() > LONGEST_ID || !Quoted.line(id).equals(id))
                .ifPresent(
                        id -> reject(told, RecordedForm.ID, "text of at most " + LONGEST_ID + " characters", problems));
        Optional<RecordingRules> ofAlgorithm =
                Name.objection(name).isEmpty() ? rules(name, told, problems) : Optional.empty();
        Map<String, String> values = ofAlgorithm
                .map(found -> found.values(
                        told.properties(),
                        told.perNode(),
                        scaleOut,
                        (property, wrong) -> problems.add(place(told, property) + ": " + wrong)))
                .orElse(Map.of());
        problems.throwIfAny();
        ScaleOutUnit counts = ofAlgorithm.map(RecordingRules::counts).orElse(ScaleOutUnit.MACHINES);
        RecordedRun run = run(told.with(amounts), name, scaleOut, counts, seconds, status, values);
        if (!status.isLost()) {
            ofAlgorithm
                    .orElseThrow()
                    .objections(run.line())
                    .forEach(
                            objection -> problems.add(told.place().of("", RecordedForm.PROPERTIES) + ": " + objection));
        }
        problems.throwIfAny();
        return run;
    }

    private static RecordedRun run(
            ToldRun told,
            String name,
            int scaleOut,
            ScaleOutUnit counts,
            Optional<BigDecimal> seconds,
            RunStatus status,
            Map<String, String> values) {
        Map<String, String> facts = new LinkedHashMap<>(told.facts());
        facts.put(RecordedForm.ALGORITHM, name);
        facts.put(RecordedForm.STATUS, status.word());
        seconds.ifPresent(time ->
                facts.put(RecordedForm.RUNTIME, time.stripTrailingZeros().toPlainString()));
        ToldRun settled = new ToldRun(told.place(), facts, values, Map.of());
        String id = told.fact(RecordedForm.ID)
                .orElseGet(() -> DigestUtils.sha256Hex(RecordLine.of(settled)).substring(0, ID_DIGITS));
        return new RecordedRun(
                told.place().of("", RecordedForm.ID),
                id,
                name,
                scaleOut,
                counts,
                seconds,
                status,
                RecordLine.of(settled.with(Map.of(RecordedForm.ID, id))));
    }

    private String algorithm(ToldRun told, Problems problems) {
        Optional<String> own = told.fact(RecordedForm.ALGORITHM);
        if (own.isPresent() && algorithm.isPresent() && !own.equals(algorithm)) {
            reject(told, RecordedForm.ALGORITHM, algorithm.get() + ", as --algorithm says", problems);
        }
        Optional<String> name = own.or(() -> algorithm);
        if (name.isEmpty()) {
            problems.add(told.place().of("", RecordedForm.ALGORITHM) + ": is missing; or name it for all with"
                    + " --algorithm (-a)");
        }
        name.flatMap(Name::objection).ifPresent(rule -> reject(told, RecordedForm.ALGORITHM, rule, problems));
        return name.orElse("");
    }

    /** Of an algorithm that the data set does not have only that is told. */
    private Optional<RecordingRules> rules(String name, ToldRun told, Problems problems) {
        try {
            return Optional.of(known.computeIfAbsent(name, rules));
        } catch (InvalidInputException notThere) {
            problems.add(told.place().of("", RecordedForm.ALGORITHM) + ": " + notThere.getMessage());
            return Optional.empty();
        }
    }

    private static RunStatus status(ToldRun told, Problems problems) {
        Optional<String> word = told.fact(RecordedForm.STATUS).map(text -> text.toLowerCase(Locale.ROOT));
        Optional<RunStatus> status = Stream.of(RunStatus.values())
                .filter(one -> word.equals(Optional.of(one.word())))
                .findFirst();
        if (word.isPresent() && status.isEmpty()) {
            reject(
                    told,
                    RecordedForm.STATUS,
                    Stream.of(RunStatus.values()).map(RunStatus::word).collect(Collectors.joining(", ", "one of ", "")),
                    problems);
        }
        return status.orElse(RunStatus.FINISHED);
    }

    private static Optional<BigDecimal> seconds(ToldRun told, RunStatus status, Problems problems) {
        Optional<String> text = told.fact(RecordedForm.RUNTIME);
        Optional<BigDecimal> seconds = text.flatMap(RecordingRules::seconds);
        if (text.isPresent() && seconds.isEmpty()) {
            reject(
                    told,
                    RecordedForm.RUNTIME,
                    "a number of seconds above 0, or a time with its units, as '6m 52s'" + DecimalText.hint(text.get()),
                    problems);
        } else if (seconds.isPresent() && !Runtimes.isUsable(seconds.get().doubleValue())) {
            reject(told, RecordedForm.RUNTIME, Runtimes.RULE, problems);
        } else if (text.isEmpty() && !status.isLost()) {
            problems.add(told.place().of("", RecordedForm.RUNTIME) + ": is missing");
        }
        return seconds;
    }

    /** What was spilled and what was used at most, in MB. */
    private static Map<String, String> amounts(ToldRun told, Problems problems) {
        Map<String, String> amounts = new LinkedHashMap<>();
        for (String key : List.of(RecordedForm.SPILLED, RecordedForm.PEAK_MEMORY)) {
            told.fact(key).ifPresent(text -> RecordingRules.megabytes(text)
                    .ifPresentOrElse(
                            amount ->
                                    amounts.put(key, amount.stripTrailingZeros().toPlainString()),
                            () -> reject(told, key, RecordingRules.megabytesRule(text), problems)));
        }
        return amounts;
    }

    private static void exitCode(ToldRun told, Problems problems) {
        told.fact(RecordedForm.EXIT_CODE)
                .filter(text -> DecimalText.whole(text)
                        .filter(code -> code >= 0 && code <= MOST_EXIT_CODE)
                        .isEmpty())
                .ifPresent(text ->
                        reject(told, RecordedForm.EXIT_CODE, "a whole number from 0 to " + MOST_EXIT_CODE, problems));
    }

    private static void reject(ToldRun told, String key, String rule, Problems problems) {
        problems.add(told.place().of("", key) + ": " + Quoted.of(told.fact(key).orElse("")) + " must be " + rule);
    }

    private static String place(ToldRun told, String property) {
        boolean perNode = told.perNode().containsKey(property);
        return told.place().of(perNode ? ToldRun.PER_NODE : RecordedForm.PROPERTIES, property);
    }
}
