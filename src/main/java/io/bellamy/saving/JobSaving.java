package io.bellamy.saving;

import io.bellamy.checking.ObservedJob;
import io.bellamy.job.Role;
import io.bellamy.job.Run;
import io.bellamy.prediction.Answer.Prediction;
import io.bellamy.recommendation.Candidate;
import io.bellamy.recommendation.CostBasis;
import io.bellamy.recommendation.Objective;
import io.bellamy.recommendation.Recommendation;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a job costs as it usually runs, and what it would on the cheapest cluster that keeps its usual time and its deadline.
 *
 * @param job all of it
 * @param basis what all costs are made of
 * @param usual the cluster that it usually runs on
 * @param best the cheapest that keeps both; where none meets the deadline the one that comes nearest to it
 * @param passedOver a cheaper cluster that would keep both, but for its memory, where there is one
 * @param seconds its usual time: the median of the last ten runs, or what is predicted of its cluster today, if that is longer
 * @param deadline how long a run may take, if that is given
 * @param met whether the best meets the deadline
 */
public record JobSaving(
        ObservedJob job,
        CostBasis basis,
        Candidate usual,
        Candidate best,
        Optional<Candidate> passedOver,
        double seconds,
        Optional<JobDeadline> deadline,
        boolean met) {

    /** Where a run lies with this probability, its cost does. */
    public static final double LEVEL = 0.9;

    private static final int MONTH = 30;

    /**
     * A deadline.
     *
     * @param seconds that a run may take
     * @param confidence with which probability it must be met; without it the predicted runtime must meet it
     */
    public record JobDeadline(double seconds, Optional<Double> confidence) {

        boolean allows(Prediction prediction) {
            return confidence
                    .flatMap(wanted -> prediction.chance(seconds).map(chance -> chance >= wanted))
                    .orElse(prediction.runtime() <= seconds);
        }
    }

    /**
     * Chooses.
     *
     * @param ranked all clusters in question, the cheapest first, the usual one among them; each has a cost
     */
    public static JobSaving of(ObservedJob job, Recommendation ranked, Optional<JobDeadline> deadline) {
        Run run = job.usual();
        List<Candidate> ranking = ranked.ranking();
        Candidate usual = ranking.stream()
                .filter(candidate -> candidate.scaleOut() == run.scaleOut() && isOn(candidate, run))
                .findFirst()
                .orElseThrow();
        double seconds = Math.max(run.runtime(), usual.runtime());
        List<Candidate> keeping = ranking.stream()
                .sorted(Objective.BY_COST)
                .filter(candidate -> candidate.runtime() <= seconds)
                .filter(candidate -> deadline.map(within -> within.allows(candidate.prediction()))
                        .orElse(true))
                .toList();
        // it runs where it runs today, whatever is said of its memory
        Predicate<Candidate> fits = candidate -> candidate.fits(ranked.memory()) || candidate.equals(usual);
        Optional<Candidate> best = keeping.stream().filter(fits).findFirst();
        return new JobSaving(
                job,
                ranked.basis(),
                usual,
                best.orElseGet(() -> fastest(ranking, ranked)),
                keeping.stream().findFirst().filter(fits.negate()),
                seconds,
                deadline,
                best.isPresent());
    }

    /** Of all costs. */
    public String currency() {
        return basis.currency().orElseThrow();
    }

    private static boolean isOn(Candidate candidate, Run run) {
        return candidate
                .answer()
                .definitions()
                .withRole(Role.MACHINE_TYPE)
                .map(property -> candidate
                        .answer()
                        .definitions()
                        .same(property, candidate.machineType(), run.essential(property)))
                .orElse(true);
    }

    /** The fastest whose memory does, if that of any does. */
    private static Candidate fastest(List<Candidate> ranking, Recommendation ranked) {
        return ranking.stream()
                .min(Comparator.comparing((Candidate candidate) -> !candidate.fits(ranked.memory()))
                        .thenComparing(Candidate::runtime))
                .orElseThrow();
    }

    /** How many runs there were in the thirty days up to the newest, if their days are known. */
    public Optional<Integer> runsAMonth() {
        return job.newest().map(newest -> (int) job.runs().stream()
                .flatMap(run -> run.measured().stream())
                .filter(day -> isInMonth(day, newest))
                .count());
    }

    private static boolean isInMonth(LocalDate day, LocalDate newest) {
        return day.isAfter(newest.minusDays(MONTH));
    }

    /** What a run costs less, as predicted; below 0 where it costs more. */
    public double ofARun() {
        return cost(usual) - cost(best);
    }

    /** The same of as many runs as a month has, if that is known. */
    public Optional<Double> aMonth() {
        return runsAMonth().map(runs -> runs * ofARun());
    }

    /** What a run on the usual cluster costs, as predicted. */
    public double usualCost() {
        return cost(usual);
    }

    /** The saving a run where the run on the best cluster takes as long as it may, or as little, if the model knows. */
    public Optional<SavingRange> range() {
        return best.prediction()
                .interval()
                .map(interval -> new SavingRange(
                        usualCost() - best.rate().orElseThrow().cost(interval.upper()),
                        usualCost() - best.rate().orElseThrow().cost(interval.lower())));
    }

    /** From the least to the most. */
    public record SavingRange(double least, double most) {}

    /** With which probability a run on the best cluster costs less than one does now, if the model knows. */
    public Optional<Double> chanceToSave() {
        double affordable = best.rate().orElseThrow().affordable(usualCost());
        return isKept() ? Optional.empty() : best.prediction().chance(affordable);
    }

    /** With which probability a run on the best cluster takes no longer than usual, if the model knows. */
    public Optional<Double> chanceToKeep() {
        return best.prediction().chance(seconds);
    }

    /** Is the usual cluster the best already? */
    public boolean isKept() {
        return best.equals(usual);
    }

    private static double cost(Candidate candidate) {
        return candidate.cost().orElseThrow();
    }
}
