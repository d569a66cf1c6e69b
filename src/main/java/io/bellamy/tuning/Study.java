package io.bellamy.tuning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * A search for good hyperparameters: hands out trials, takes their reports and keeps what came of them. Everything in it
 * follows from the seed and the order of the calls. Not safe for use by several threads; trials may well be under way
 * side by side, reporting in turn.
 */
public final class Study {

    private final SearchSpace space;
    private final Sampler sampler;
    private final Scheduler scheduler;
    private final StudyOptions options;
    /** The trial with number n at index n. */
    private final List<TrialResult> results = new ArrayList<>();

    private final Journal journal = new Journal();

    /**
     * One report of a trial.
     *
     * @param trial its number
     * @param epoch how many epochs it had run
     * @param value what was measured
     */
    public record TrialReport(int trial, int epoch, double value) {}

    /**
     * What a study of the same space, sampler, scheduler and options goes on from.
     *
     * @param trials all that were handed out, by number
     * @param reports those that matter, in their order
     */
    public record StudyState(List<Trial> trials, List<TrialReport> reports) {

        public StudyState {
            trials = List.copyOf(trials);
            reports = List.copyOf(reports);
        }
    }

    /**
     * Settings of a study.
     *
     * @param seed where all randomness of the study comes from
     * @param trials how many trials to hand out at most, 1 or more
     * @param patience no more are handed out once so many that came after the best one have ended, 1 or more
     * @param stopAt a trial ends as complete once its value is finite and this or less; empty for no such target
     */
    public record StudyOptions(long seed, int trials, int patience, OptionalDouble stopAt) {

        /** @throws IllegalArgumentException if there is no trial, or the target is NaN */
        public StudyOptions {
            Scheduler.requirePositive("number of trials", trials);
            Scheduler.requirePositive("patience", patience);
            if (Double.isNaN(stopAt.orElse(0))) {
                throw new IllegalArgumentException("stop at is NaN: it must be a number");
            }
        }
    }

    /**
     * Starts a study.
     *
     * @param scheduler a fresh one: it belongs to this study from now on
     */
    public Study(SearchSpace space, Sampler sampler, Scheduler scheduler, StudyOptions options) {
        this.space = Objects.requireNonNull(space, "space");
        this.sampler = Objects.requireNonNull(sampler, "sampler");
        this.scheduler = Objects.requireNonNull(scheduler, "scheduler");
        this.options = Objects.requireNonNull(options, "options");
    }

    /**
     * The next trial to run, or nothing if all have been handed out or more are not worth while.
     *
     * @throws IllegalArgumentException if the sampler leaves the search space
     */
    public Optional<Trial> next() {
        int number = results.size();
        if (number == options.trials() || endedSinceTheBest() >= options.patience()) {
            return Optional.empty();
        }
        List<Observation> finished = results.stream()
                .filter(result -> result.state() != TrialState.RUNNING)
                .map(TrialResult::observation)
                .toList();
        List<Trial> pending = results.stream()
                .filter(result -> result.state() == TrialState.RUNNING)
                .map(TrialResult::trial)
                .toList();
        RandomGenerator random = seedOf(number).stream("sampler").generator();
        Map<String, Double> parameters = sampler.suggest(space, finished, pending, random);
        space.check(parameters);
        Trial trial = new Trial(number, parameters);
        results.add(TrialResult.started(trial));
        return Optional.of(trial);
    }

    private long endedSinceTheBest() {
        int best = best().map(result -> result.trial().number()).orElse(-1);
        return results.stream()
                .filter(result ->
                        result.state() != TrialState.RUNNING && result.trial().number() > best)
                .count();
    }

    /** The seed of what all trials have in common. */
    public Seed seed() {
        return new Seed(options.seed());
    }

    /** The seed of a trial, for streams such as weights, shuffle, noise and dropout; "sampler" is the study's own. */
    public Seed seedOf(int trial) {
        return Seed.forTrial(options.seed(), trial);
    }

    /**
     * Takes the value of a trial and says whether the trial goes on. Once told to stop, it must not report again.
     *
     * @param epoch how many epochs the trial has run, more than at its last report
     * @param value its value at this epoch, smaller is better, perhaps NaN or infinite
     * @throws IllegalArgumentException if the trial is not of this study, or the epoch does not rise
     * @throws IllegalStateException if the trial has ended
     */
    public Decision report(Trial trial, int epoch, double value) {
        TrialResult before = running(trial);
        if (epoch <= before.epochs()) {
            throw new IllegalArgumentException("epoch of trial %s is %s: it must be above the last, %s"
                    .formatted(trial.number(), epoch, before.epochs()));
        }
        boolean remembered = scheduler.remembers(trial.number(), epoch);
        Decision decision = scheduler.report(trial.number(), epoch, value);
        boolean reached = Double.isFinite(value) && value <= options.stopAt().orElse(Double.NEGATIVE_INFINITY);
        TrialState state = TrialState.RUNNING;
        if (reached || epoch >= scheduler.maxEpochs()) {
            state = TrialState.COMPLETE;
        } else if (decision == Decision.STOP) {
            state = TrialState.PRUNED;
        }
        TrialResult after = before.with(new Measurement(epoch, value), state);
        results.set(trial.number(), after);
        journal.add(new TrialReport(trial.number(), epoch, value), remembered, after.best());
        return state == TrialState.RUNNING ? Decision.CONTINUE : Decision.STOP;
    }

    /** Where the study is. */
    public StudyState state() {
        return new StudyState(results.stream().map(TrialResult::trial).toList(), journal.reports());
    }

    /**
     * Goes on from where another one was; only of use before the first trial.
     *
     * @throws IllegalArgumentException if it can't have been a study like this one
     */
    public void restore(StudyState state) {
        if (!results.isEmpty() || state.trials().size() > options.trials()) {
            throw new IllegalArgumentException("%s trials after %s can't be taken up: there are %s in all"
                    .formatted(state.trials().size(), results.size(), options.trials()));
        }
        for (Trial trial : state.trials()) {
            space.check(trial.parameters());
            if (trial.number() != results.size()) {
                throw new IllegalArgumentException("%s is not trial %s".formatted(trial, results.size()));
            }
            results.add(TrialResult.started(trial));
        }
        for (TrialReport report : state.reports()) {
            if (report.trial() < 0 || report.trial() >= results.size()) {
                throw new IllegalArgumentException("%s is of no trial".formatted(report));
            }
            report(results.get(report.trial()).trial(), report.epoch(), report.value());
        }
    }

    private TrialResult running(Trial trial) {
        if (trial.number() >= results.size()
                || !results.get(trial.number()).trial().equals(trial)) {
            throw new IllegalArgumentException("%s is not a trial of this study".formatted(trial));
        }
        TrialResult result = results.get(trial.number());
        if (result.state() != TrialState.RUNNING) {
            throw new IllegalStateException(
                    "trial %s has ended (%s) and must not report again".formatted(trial.number(), result.state()));
        }
        return result;
    }

    /** The trial with the smallest finite value at any epoch, the first of equal ones; empty while there is no value. */
    public Optional<TrialResult> best() {
        return results.stream()
                .filter(result -> result.best().isPresent())
                .min(Comparator.comparingDouble(
                        result -> result.best().orElseThrow().value()));
    }

    /** How many trials there are at most. */
    public int trials() {
        return options.trials();
    }

    /** All trials handed out so far, by number. */
    public List<TrialResult> results() {
        return List.copyOf(results);
    }
}
