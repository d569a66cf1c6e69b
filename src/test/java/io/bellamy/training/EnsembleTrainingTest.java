package io.bellamy.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.bellamy.job.Run;
import io.bellamy.job.Runs;
import io.bellamy.model.Ensemble;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnsembleTrainingTest extends EnsembleCases {

    /** Contexts by turns are of one and of the other machine type, so there are two jobs. */
    private static final int[] JOBS = {0, 1, 0, 1, 0, 1};

    @Test
    void theSeedDecidesAndNotHowOftenOneLooks() {
        List<Run> runs = SyntheticRuns.contexts(6);
        Ensemble ensemble = train(runs, FEW_STEPS, SEED).ensemble();
        assertThat(ensemble.members()).hasSize(8);
        assertThat(Set.copyOf(ensemble.members())).hasSize(8);
        assertThat(train(runs, FEW_STEPS, SEED, 7, 22, 1).ensemble()).isEqualTo(ensemble);
        assertThat(train(runs, FEW_STEPS, new Seed(6)).ensemble().members())
                .doesNotContainAnyElementsOf(ensemble.members());
    }

    /**
     * The runtimes of a context are dealt out anew, so that mean and deviation of all runs, which every member is given,
     * stay as they were.
     */
    @Test
    void whoDoesNotSeeAContextLearnsNothingOfIt() {
        int hidden = 2;
        List<Run> runs = SyntheticRuns.contexts(6);
        List<Run> changed = new ArrayList<>(runs);
        List<Run> dealtOut = new ArrayList<>();
        List<Run> own = runs.subList(5 * hidden, 5 * hidden + 5);
        for (int i = 0; i < own.size(); i++) {
            dealtOut.add(SyntheticRuns.run(
                    own.get(i).scaleOut(), own.get(own.size() - 1 - i).runtime(), hidden));
        }
        Collections.copy(changed.subList(5 * hidden, 5 * hidden + 5), dealtOut);
        List<Ensemble.Member> before = train(runs, FEW_STEPS, SEED).ensemble().members();
        List<Ensemble.Member> after = train(changed, FEW_STEPS, SEED).ensemble().members();
        Folds folds = new Folds(JOBS, 4, SEED.stream("folds"));
        int leftOut = 0;
        for (int member = 0; member < before.size(); member++) {
            boolean unseen = folds.leavesOut(member % folds.networks(), hidden);
            leftOut += unseen ? 1 : 0;
            assertThat(distance(before.get(member), after.get(member)) < 1e-4).isEqualTo(unseen);
        }
        assertThat(leftOut).isEqualTo(4);
    }

    private static double distance(Ensemble.Member one, Ensemble.Member other) {
        double most = 0;
        for (int i = 0; i < one.weights().size(); i++) {
            most = Math.max(
                    most, Math.abs(one.weights().get(i) - other.weights().get(i)));
        }
        return most;
    }

    @Test
    void learnsWhatHoldsInContextsThatItDidNotSee() {
        List<Run> runs = SyntheticRuns.contexts(8);
        double before = train(runs, SyntheticRuns.OPTIONS, SEED, 0).validation().loss();
        TrainedEnsemble trained = train(runs, SyntheticRuns.OPTIONS, SEED);
        assertThat(before).isGreaterThan(0.3);
        assertThat(trained.validation().loss()).isLessThan(0.1);
        // what was left out is harder than what was seen
        double all = 0;
        for (Run run : runs) {
            all += Math.abs(trained.ensemble().logRuntime(run.scaleOut(), run.properties()) - Math.log(run.runtime()));
        }
        assertThat(all / runs.size()).isLessThan(trained.validation().loss());
    }

    /** Every run is left out once, by hand. */
    @Test
    void isJudgedByTheMembersThatDidNotSee() {
        List<Run> runs = SyntheticRuns.contexts(6);
        TrainedEnsemble trained = train(runs, FEW_STEPS, SEED);
        Ensemble ensemble = trained.ensemble();
        Folds folds = new Folds(JOBS, 4, SEED.stream("folds"));
        double absolute = 0;
        for (int i = 0; i < runs.size(); i++) {
            List<Ensemble.Member> members = new ArrayList<>();
            for (int member = 0; member < ensemble.members().size(); member++) {
                if (folds.leavesOut(member % folds.networks(), i / 5)) {
                    members.add(ensemble.members().get(member));
                }
            }
            Run run = runs.get(i);
            double predicted = Math.exp(new Ensemble(ensemble.mean(), ensemble.deviation(), members)
                    .logRuntime(run.scaleOut(), run.properties()));
            absolute += Math.abs(predicted - run.runtime());
        }
        assertThat(trained.validation().mae()).isCloseTo(absolute / runs.size(), within(1e-9));
    }

    /** A job that is bound by cores; the machine type asked about has never been seen, its name says nothing. */
    @Test
    void aMachineTypeNeverSeenIsPredictedFromItsCoresAndMemory() {
        List<Run> runs = new ArrayList<>();
        for (int size = 1; size <= 4; size++) {
            for (int cores : List.of(2, 4, 16)) {
                for (int scaleOut : List.of(2, 4, 6, 8, 12)) {
                    runs.add(onMachine("type-" + cores, cores, size, scaleOut));
                }
            }
        }
        EnsembleOptions options = SyntheticRuns.OPTIONS.withSteps(400);
        Ensemble ensemble = train(runs, options, SEED).ensemble();
        for (int size = 1; size <= 4; size++) {
            for (int scaleOut : List.of(2, 6, 12)) {
                Run unseen = onMachine("type-8", 8, size, scaleOut);
                assertThat(Math.exp(ensemble.logRuntime(scaleOut, unseen.properties())))
                        .isCloseTo(unseen.runtime(), withinPercentage(15));
            }
        }
    }

    private static Run onMachine(String type, int cores, int size, int scaleOut) {
        return Runs.run(
                scaleOut,
                4000.0 * size / (cores * scaleOut),
                Map.of(
                        "machine_type",
                        type,
                        "data_size_MB",
                        String.valueOf(1000 * size),
                        "memory",
                        String.valueOf(4 * cores * scaleOut),
                        "slots",
                        String.valueOf(cores * scaleOut)));
    }

    @Test
    void everyContextIsLeftOutInEveryDivisionAndWhereThereAreFewThereAreMoreDivisions() {
        for (int contexts : List.of(1, 2, 5, 12, 30)) {
            Folds folds = new Folds(IntStream.range(0, contexts).toArray(), 12, SEED);
            assertThat(folds.networks()).isBetween(12, 15);
            for (int context = 0; context < contexts; context++) {
                int without = 0;
                for (int network = 0; network < folds.networks(); network++) {
                    without += folds.leavesOut(network, context) ? 1 : 0;
                }
                assertThat(without).isEqualTo(contexts == 1 ? 0 : folds.networks() / Math.min(contexts, 12));
            }
        }
    }
}
