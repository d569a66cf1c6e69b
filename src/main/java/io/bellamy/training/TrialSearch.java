package io.bellamy.training;

import io.bellamy.numerics.Interruption;
import io.bellamy.problem.DamagedModelException;
import io.bellamy.problem.Remedy;
import io.bellamy.training.Pretraining.SearchProgress;
import io.bellamy.tuning.Decision;
import io.bellamy.tuning.Study;
import io.bellamy.tuning.Trial;
import io.bellamy.tuning.TrialResult;
import io.bellamy.tuning.TrialState;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runs the trials of a study side by side until it has no more. They train in rounds and report after each in the order
 * of their slots; a slot whose trial has ended takes the next one before the next round. So what happens depends on no
 * clock, and between two rounds the search can stop and go on elsewhere.
 */
final class TrialSearch<S extends RunningTrial> {

    private final TrialTraining<S> kind;
    private final Study study;
    private final TrialSearchOptions options;
    private final SearchProgress progress;
    private final Checkpoints checkpoints;
    private final Map<Integer, Validation> validations = new HashMap<>();
    private Optional<ByteBuffer> best = Optional.empty();

    /**
     * How trials are run.
     *
     * @param maxConcurrent how many side by side at most
     * @param metric what the study minimises
     * @param epochs how many a trial runs at most
     */
    record TrialSearchOptions(int maxConcurrent, Validation.Metric metric, int epochs) {}

    /**
     * What was found.
     *
     * @param model of the best epoch of the best trial, packed
     * @param best that trial
     * @param validations the figures of each trial's best epoch, by trial number
     */
    record Found(ByteBuffer model, TrialResult best, Map<Integer, Validation> validations) {

        /**
         * With all trials of the study.
         *
         * @param trainingRows how many runs were learned from
         * @param validationRows how many were held out
         */
        SearchRecord record(Study study, int trainingRows, int validationRows) {
            return new SearchRecord(
                    best,
                    validations.get(best.trial().number()),
                    study.results(),
                    validations,
                    trainingRows,
                    validationRows);
        }
    }

    TrialSearch(
            TrialTraining<S> kind,
            Study study,
            TrialSearchOptions options,
            SearchProgress progress,
            Checkpoints checkpoints) {
        this.kind = kind;
        this.study = study;
        this.options = options;
        this.progress = progress;
        this.checkpoints = checkpoints;
    }

    /** Nothing if no trial ever had a finite value. */
    Optional<Found> run() {
        List<S> slots = checkpoints.found().map(this::restored).orElseGet(ArrayList::new);
        while (fill(slots)) {
            try (TrialGroup<S> stack = kind.stack(List.copyOf(slots))) {
                Set<Integer> ended = Set.of();
                while (ended.isEmpty()) {
                    Interruption.check();
                    ended = report(slots, stack);
                    Set<Integer> leaving = ended;
                    tell(slots.size() - ended.size());
                    checkpoints.offer(() -> state(stack, leaving));
                }
                slots = remaining(stack, ended);
            }
        }
        return best.flatMap(
                model -> study.best().map(trial -> new Found(model.duplicate(), trial, Map.copyOf(validations))));
    }

    /** Puts trials into free slots; false where nothing is left to run. */
    private boolean fill(List<S> slots) {
        while (slots.size() < options.maxConcurrent()) {
            Optional<Trial> next = study.next();
            if (next.isEmpty()) {
                break;
            }
            slots.add(kind.start(next.get(), study.seedOf(next.get().number())));
        }
        return !slots.isEmpty();
    }

    /** Trains for a round, tells the study what came of it, and gives the numbers of the trials that ended. */
    private Set<Integer> report(List<S> slots, TrialGroup<S> stack) {
        List<Optional<TrialGroup.EpochReport>> reports = stack.round();
        Set<Integer> ended = new HashSet<>();
        for (int k = 0; k < slots.size(); k++) {
            if (reports.get(k).isEmpty()) {
                continue;
            }
            TrialGroup.EpochReport report = reports.get(k).get();
            Trial trial = slots.get(k).trial();
            Decision decision =
                    study.report(trial, report.epoch(), report.validation().metric(options.metric()));
            if (isBest(study.results().get(trial.number()), report)) {
                validations.put(trial.number(), report.validation());
            }
            if (study.best()
                    .filter(so -> so.trial().equals(trial) && isBest(so, report))
                    .isPresent()) {
                best = Optional.of(stack.model(k));
            }
            if (decision == Decision.STOP) {
                ended.add(trial.number());
            }
        }
        return ended;
    }

    private static boolean isBest(TrialResult result, TrialGroup.EpochReport report) {
        return result.best().filter(so -> so.epoch() == report.epoch()).isPresent();
    }

    private void tell(int running) {
        long epochs = 0;
        long spared = 0;
        int finished = 0;
        for (TrialResult result : study.results()) {
            epochs += result.epochs();
            if (result.state() != TrialState.RUNNING) {
                finished++;
                spared += options.epochs() - result.epochs();
            }
        }
        progress.update(finished, running, epochs, spared);
    }

    private List<S> remaining(TrialGroup<S> stack, Set<Integer> ended) {
        List<S> slots = new ArrayList<>(stack.slots());
        slots.removeIf(slot -> ended.contains(slot.trial().number()));
        return slots;
    }

    private SearchState state(TrialGroup<S> stack, Set<Integer> ended) {
        Map<Integer, ByteBuffer> running = new LinkedHashMap<>();
        remaining(stack, ended).forEach(slot -> running.put(slot.trial().number(), slot.packed()));
        return new SearchState(
                study.state(),
                Map.copyOf(validations),
                running,
                best.map(ByteBuffer::duplicate).stream().toList());
    }

    private List<S> restored(SearchState state) {
        try {
            study.restore(state.study());
            validations.putAll(state.validations());
            best = state.best().stream().findFirst();
            List<S> slots = new ArrayList<>();
            state.running().forEach((number, packed) -> {
                TrialResult result = study.results().get(number);
                if (result.state() != TrialState.RUNNING) {
                    throw new IllegalArgumentException("trial " + number + " has ended");
                }
                slots.add(kind.resume(result.trial(), study.seedOf(number), packed.duplicate()));
            });
            return slots;
        } catch (IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | BufferUnderflowException e) {
            throw new DamagedModelException(
                    "the checkpoint is not of such a search: " + e.getMessage(), Remedy.START_ANEW, e);
        }
    }
}
