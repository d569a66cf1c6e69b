package io.bellamy.report;

import io.bellamy.job.ScaleOutUnit;
import io.bellamy.model.LevelChange;
import io.bellamy.prediction.Answer;
import io.bellamy.problem.Counted;
import io.bellamy.problem.Quoted;
import io.bellamy.recommendation.Candidate;
import io.bellamy.recommendation.Limit;
import io.bellamy.recommendation.Limit.Quantity;
import io.bellamy.recommendation.Objective;
import io.bellamy.recommendation.Recommendation;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;

/** How figures and choices are put into words, alike wherever people read them. */
public final class Words {

    private static final long HOURS_SHOWN = 48;
    private static final long MINUTES_SHOWN = 120;

    /** Whole numbers below are exact, and written without what a format takes to be made. */
    private static final double MOST_WHOLE = 1e15;

    private Words() {}

    static String age(Duration age) {
        if (age.toHours() >= HOURS_SHOWN) {
            return age.toDays() + " d";
        }
        return age.toMinutes() >= MINUTES_SHOWN ? age.toHours() + " h" : age.toMinutes() + " min";
    }

    /** A number that a user gave, without digits that say nothing. */
    static String number(double value) {
        if (value == Math.rint(value) && value != 0 && Math.abs(value) < MOST_WHOLE) {
            return Long.toString((long) value);
        }
        return new DecimalFormat("0.##########", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }

    /** {@code 38 % longer since 2026-11-20 than on 2026-11-19}. */
    static String change(LevelChange change) {
        return String.format(
                Locale.ROOT,
                "%.0f %% %s since %s than on %s",
                100 * Math.abs(change.ratio() - 1),
                change.ratio() > 1 ? "longer" : "less long",
                change.since(),
                change.before());
    }

    public static String percent(double share) {
        return number(Math.round(share * 1e6) / 1e4) + " %";
    }

    /** What a run must not exceed: {@code 300 s}, {@code 0.5 USD}. */
    public static String limit(Limit limit, Recommendation recommendation) {
        return number(limit.value())
                + (limit.quantity() == Quantity.RUNTIME
                        ? " s"
                        : recommendation.currency().map(unit -> " " + unit).orElse(""));
    }

    /** What was looked for: {@code cheapest within 300 s}. */
    static String objective(Recommendation recommendation) {
        Objective objective = recommendation.objective();
        String goal = objective.goal().toString();
        return objective.limit().isPresent() ? goal + " within " + bound(recommendation) : goal;
    }

    /** What the choice is, in a word: the objective without its limit, or that it is only the nearest to it. */
    public static String mark(Recommendation recommendation) {
        return recommendation.met() ? recommendation.objective().goal().toString() : "nearest";
    }

    /** A cluster: {@code 12 x c4.2xlarge}, {@code 12 executors on c4.2xlarge}, or {@code 12 machines} where they have no type. */
    public static String cluster(int scaleOut, Answer answer) {
        if (answer.machineType().isEmpty()) {
            String size = answer.machineSize();
            return cluster(scaleOut, answer.counts(), "") + (size.isEmpty() ? "" : " (" + Quoted.plain(size) + ")");
        }
        return cluster(scaleOut, answer.counts(), answer.machine());
    }

    /** The same of a machine type alone; blank where they have none. */
    static String cluster(int scaleOut, ScaleOutUnit counts, String machine) {
        String number = Counted.of(scaleOut, counts.one());
        if (machine.isEmpty()) {
            return number;
        }
        return counts == ScaleOutUnit.MACHINES
                ? scaleOut + " x " + Quoted.plain(machine)
                : number + " on " + Quoted.plain(machine);
    }

    public static String cost(double cost) {
        return FixedDecimals.of(cost, 4);
    }

    /** The choice in a sentence, or that there is none and what comes nearest. */
    public static String choice(Recommendation recommendation) {
        Candidate choice = recommendation.choice();
        String what = cluster(choice.scaleOut(), choice.answer()) + ", "
                + FixedDecimals.of(choice.runtime(), 1) + " s"
                + choice.prediction()
                        .interval()
                        .map(interval -> " (" + FixedDecimals.of(interval.lower(), 1) + " .. "
                                + FixedDecimals.of(interval.upper(), 1) + " in " + percent(interval.level())
                                + " of runs)")
                        .orElse("")
                + choice.cost()
                        .map(cost -> ", " + cost(cost) + " "
                                + recommendation.currency().orElseThrow())
                        .orElse("")
                + chance(recommendation, choice);
        if (!choice.fits(recommendation.memory())) {
            return "nothing has memory enough; the nearest is " + what + ", " + MemoryWords.risk(choice)
                    + MemoryWords.enoughWords(recommendation);
        }
        return recommendation.met()
                ? "recommended: " + what + ": the " + objective(recommendation)
                : "nothing is within " + bound(recommendation) + "; the nearest is " + what;
    }

    private static String bound(Recommendation recommendation) {
        Limit limit = recommendation.objective().limit().orElseThrow();
        return limit(limit, recommendation)
                + limit.confidence()
                        .map(confidence -> " in " + percent(confidence) + " of runs")
                        .orElse("");
    }

    private static String chance(Recommendation recommendation, Candidate choice) {
        return recommendation
                .objective()
                .limit()
                .flatMap(limit -> limit.chance(choice)
                        .map(chance -> ", within " + limit(limit, recommendation) + " in " + roundedPercent(chance)
                                + " of runs"))
                .orElse("");
    }

    /** A probability that was computed: no digits that nobody can rely on. */
    static String roundedPercent(double chance) {
        if (chance > 0.999) {
            return "> 99.9 %";
        }
        return chance < 0.001 ? "< 0.1 %" : FixedDecimals.of(100 * chance, 1) + " %";
    }
}
