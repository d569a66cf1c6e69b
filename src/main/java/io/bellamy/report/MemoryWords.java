package io.bellamy.report;

import io.bellamy.memory.ForecastScore;
import io.bellamy.memory.MemoryRisk;
import io.bellamy.memory.MemoryScores;
import io.bellamy.problem.Counted;
import io.bellamy.recommendation.Candidate;
import io.bellamy.recommendation.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What there is to say of memory, alike wherever people read it. */
public final class MemoryWords {

    private MemoryWords() {}

    /** {@code spills in 98.1 % of runs, dies in 71.0 %}; nothing where nothing is known. */
    static String risk(Candidate candidate) {
        List<String> words = new ArrayList<>();
        Optional<MemoryRisk> risk = candidate.prediction().memory();
        risk.flatMap(MemoryRisk::spilling).ifPresent(chance -> words.add("spills in " + Words.roundedPercent(chance)));
        risk.flatMap(MemoryRisk::dying).ifPresent(chance -> words.add("dies in " + Words.roundedPercent(chance)));
        return words.isEmpty() ? "" : String.join(", ", words) + " of runs";
    }

    /** What is not recommended for want of memory; a line, or none. */
    public static List<String> tooSmall(Recommendation recommendation) {
        List<Candidate> tooSmall = recommendation.tooSmall();
        if (tooSmall.isEmpty() || tooSmall.size() == recommendation.ranking().size()) {
            return List.of();
        }
        return List.of("not recommended for want of memory: "
                + Counted.of(tooSmall.size(), "cluster") + " of "
                + recommendation.ranking().size()
                + recommendation
                        .passedOver()
                        .map(other -> "; " + named(other) + " would be the "
                                + recommendation.objective().goal() + ", but " + risk(other))
                        .orElse(""));
    }

    private static String named(Candidate candidate) {
        return Words.cluster(candidate.scaleOut(), candidate.answer())
                + candidate
                        .cost()
                        .map(cost -> String.format(Locale.ROOT, " (%s)", Words.cost(cost)))
                        .orElse("");
    }

    /** The least memory of a machine, in MB, with which as many as the choice has may be recommended; where that is known. */
    static OptionalDouble enough(Recommendation recommendation) {
        Candidate choice = recommendation.choice();
        return choice.answer()
                .memory()
                .map(need -> need.enough(choice.prediction().run(), recommendation.memory()))
                .orElse(OptionalDouble.empty());
    }

    /** The same in words, where the choice has less. */
    static String enoughWords(Recommendation recommendation) {
        OptionalDouble enough = enough(recommendation);
        return enough.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; with %.0f MB of memory %s as many would do",
                        enough.getAsDouble(),
                        recommendation.choice().answer().counts().each());
    }

    /** How much the choice needs, and how good probabilities were on runs that had no part in them, as far as that can be told. */
    static String explained(Recommendation recommendation, MemoryScores scores) {
        OptionalDouble enough = enough(recommendation);
        String least = enough.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%s %s to have %.0f MB of memory%s%n",
                        Counted.of(
                                recommendation.choice().scaleOut(),
                                recommendation.choice().answer().counts().one()),
                        recommendation.choice().scaleOut() == 1 ? "has" : "have",
                        enough.getAsDouble(),
                        recommendation.choice().scaleOut() == 1 ? "" : " each");
        return least + score("spilling", scores.spilling()) + score("dying", scores.dying());
    }

    private static String score(String what, Optional<ForecastScore> score) {
        return score.map(known -> String.format(
                                Locale.ROOT,
                                "probabilities of %s, on %s that had no part in them: Brier score %.3f"
                                        + " (%.3f where all are told the same), log loss %.3f (%.3f)%n",
                                what,
                                Counted.of(known.runs(), "run"),
                                known.brier(),
                                known.baseBrier(),
                                known.logLoss(),
                                known.baseLogLoss())
                        + known.bins().stream()
                                .map(bin -> String.format(
                                        Locale.ROOT,
                                        "  told %5.1f %% on average: %5.1f %% of %s%n",
                                        100 * bin.told(),
                                        100 * bin.happened(),
                                        Counted.of(bin.runs(), "run")))
                                .collect(Collectors.joining()))
                .orElse("");
    }
}
