package io.bellamy.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.adaptation.RuntimeDistribution;
import io.bellamy.golden.GoldenData;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Run;
import io.bellamy.model.Forecast;
import io.bellamy.model.PerceptronShape.Activation;
import io.bellamy.training.EnsembleOptions.Parts;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which of its parts an ensemble answers with. */
class EnsemblePartsTest {

    private static final List<Run> RUNS = GoldenData.load("c3o", "kmeans").runs().stream()
            .filter(run -> run.scaleOut() <= 4)
            .toList();

    private static Optional<AdaptableEnsemble.Historical> history(Parts parts) {
        return trained(RUNS, parts).history();
    }

    private static EnsembleTrainer trainer(Parts parts) {
        return new EnsembleTrainer(
                GoldenData.PIPELINE,
                new EnsembleOptions(
                        4,
                        List.of(new EnsembleOptions.PerceptronKind(1, 4, Activation.SILU, 1)),
                        20,
                        0.02,
                        0.01,
                        parts));
    }

    private static AdaptableEnsemble trained(List<Run> runs, Parts parts) {
        return (AdaptableEnsemble) trainer(parts).train(runs, new Seed(1), share -> {});
    }

    /** Networks know nothing of an algorithm that they have not seen, so none are searched for where only such ask. */
    @Test
    void severalAlgorithmsTogetherAnswerByTheProcessAlone() {
        SearchableTrainer both = trainer(Parts.BOTH).together("algorithm").orElseThrow();
        assertThat(trainer(Parts.BOTH).trials(RUNS, 12)).isEqualTo(12);
        assertThat(both.trials(RUNS, 12)).isEqualTo(1);
        AdaptableEnsemble model = (AdaptableEnsemble) both.train(RUNS, new Seed(1), share -> {});
        assertThat(model.history().orElseThrow().networks()).isEqualTo(OpinionWeights.SILENT);
        SearchableTrainer networks =
                trainer(Parts.NETWORKS).together("algorithm").orElseThrow();
        assertThat(networks.trials(RUNS, 12)).isEqualTo(12);
    }

    /** Two of five repetitions take three times as long; of a job that was never run the median of all that may be is later still. */
    @Test
    void withStragglersTheMedianOfRunsIsToldAndNotThatOfAllThatMayBe() {
        List<Run> late = IntStream.range(0, RUNS.size())
                .mapToObj(i -> {
                    Run run = RUNS.get(i);
                    double factor = i % 5 < 2 ? 3 : 1;
                    return new Run(run.scaleOut(), factor * run.runtime(), run.properties(), run.measured());
                })
                .toList();
        AdaptableEnsemble model = trained(late, Parts.PROCESS);
        assertThat(model.history().orElseThrow().process().scatter().share()).isBetween(0.3, 0.5);
        PropertyValues unseen = PropertyValues.of(
                RUNS.get(0).properties().definitions(), Map.of("machine_type", "never seen", "data_size_MB", "20000"));
        Forecast forecast = model.informed(late)
                .adapt(List.of(), List.of(), new Seed(1))
                .forecast(List.of(new PlannedRun(4, unseen)))
                .get(0);
        RuntimeDistribution runs = forecast.distribution().orElseThrow();
        assertThat(Math.log(runs.median() / forecast.runtime())).isGreaterThan(0.05);
        assertThat(runs.cumulative(forecast.runtime())).isBetween(0.3, 0.5);
    }

    @Test
    void networksAndProcessAnswerTogetherOrAlone() {
        assertThat(history(Parts.NETWORKS)).isEmpty();
        AdaptableEnsemble.Historical alone = history(Parts.PROCESS).orElseThrow();
        assertThat(alone.networks()).isEqualTo(OpinionWeights.SILENT);
        AdaptableEnsemble.Historical both = history(Parts.BOTH).orElseThrow();
        assertThat(both.process()).isEqualTo(alone.process());
        OpinionWeights shares = both.networks();
        assertThat(shares.none().at(shares.place(2))).isBetween(0.01, 0.99);
    }

    /** Networks that know what happens on two machines, and a process that knows on sixteen. */
    @Test
    void whoGaveWhatWasMeasuredTheHigherProbabilityCountsMoreWhereItDid() {
        OpinionWeights.Share any = new OpinionWeights.Share(0, 0);
        OpinionWeights places = new OpinionWeights(Math.log(2), Math.log(16), any, any, any);
        List<OpinionFit.Densities> scores = new ArrayList<>();
        for (int run = 0; run < 50; run++) {
            scores.add(new OpinionFit.Densities(2, 4, 1, 1));
            scores.add(new OpinionFit.Densities(16, 1, 4, 1));
        }
        OpinionWeights.Share share = OpinionFit.share(places, scores);
        assertThat(share.at(places.place(2))).isGreaterThan(0.8);
        assertThat(share.at(places.place(16))).isLessThan(0.2);
        assertThat(OpinionFit.share(places, List.of()).at(places.place(2))).isEqualTo(0.5);
    }

    /** What was learned at two to four machines is not drawn out beyond. */
    @Test
    void sharesDependOnTheScaleOutAsFarAsTheyWereLearned() {
        OpinionWeights.Share falling = new OpinionWeights.Share(0, -2);
        OpinionWeights weights = new OpinionWeights(Math.log(2), Math.log(8), falling, falling, falling);
        assertThat(falling.at(weights.place(4))).isEqualTo(0.5);
        assertThat(falling.at(weights.place(2))).isEqualTo(1 / (1 + Math.exp(-2 * Math.log(2))));
        assertThat(weights.place(1)).isEqualTo(weights.place(2));
        assertThat(weights.place(100)).isEqualTo(weights.place(8));
    }
}
