package io.bellamy.training;

import io.bellamy.adaptation.ResidualPrior;
import io.bellamy.features.FeaturePipeline;
import io.bellamy.job.Companions;
import io.bellamy.job.Run;
import io.bellamy.model.Ensemble;
import io.bellamy.process.Familiar;
import io.bellamy.process.ProcessFit;
import io.bellamy.process.ProcessFit.FittedProcess;
import io.bellamy.training.EnsembleOptions.Parts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An ensemble beside a process over all runs, and what it says of runs that it did not learn from.
 *
 * @param model what answers
 * @param heldOut what is said of each run by what answers where runs of its job are known: the process that knows all other
 *     configurations, or, where there is none, the networks that did not see its context; none where there is no other
 */
record JudgedEnsemble(AdaptableEnsemble model, List<HeldOutContext> heldOut) {

    JudgedEnsemble {
        heldOut = List.copyOf(heldOut);
    }

    /**
     * Fits the process, and learns how much the networks count beside it.
     *
     * @param trained the networks
     * @param features which properties there are
     * @param runs what they were trained on
     * @param companions what is known beside them
     * @param parts what answers
     */
    static JudgedEnsemble of(
            TrainedEnsemble trained, FeaturePipeline features, List<Run> runs, Companions companions, Parts parts) {
        ResidualPrior prior = trained.prior();
        List<String> essential = features.essentialNames();
        Optional<FittedProcess> fitted =
                parts == Parts.NETWORKS ? Optional.empty() : ProcessFit.of(features, runs, companions);
        return new JudgedEnsemble(
                new AdaptableEnsemble(
                        trained.ensemble(),
                        prior,
                        fitted.map(process -> historical(process, trained, runs, prior, parts))),
                fitted.map(process -> heldOut(process, essential)).orElseGet(() -> trained.heldOut(essential)));
    }

    private static AdaptableEnsemble.Historical historical(
            FittedProcess fitted, TrainedEnsemble trained, List<Run> runs, ResidualPrior prior, Parts parts) {
        Map<Run, Double> left = trained.leftOut();
        return new AdaptableEnsemble.Historical(
                fitted.process(),
                Familiar.of(fitted.process().columns(), runs),
                parts == Parts.PROCESS
                        ? OpinionWeights.SILENT
                        : OpinionFit.of(fitted.jobs(), prior, run -> leftOut(trained.ensemble(), left, run)));
    }

    /** What is said of a run by members that did not see its context; of one that no member learned from by all. */
    private static double leftOut(Ensemble ensemble, Map<Run, Double> left, Run run) {
        Double own = left.get(run);
        return own == null ? ensemble.logRuntime(run.scaleOut(), run.properties()) : own;
    }

    private static List<HeldOutContext> heldOut(FittedProcess fitted, List<String> essential) {
        HeldOutContext.Collector collector = new HeldOutContext.Collector(essential);
        fitted.leftOut().forEach(left -> left.runs().stream()
                .filter(Run::finished)
                .forEach(run -> collector.add(run, Math.exp(left.logRuntime()))));
        return collector.contexts();
    }
}
