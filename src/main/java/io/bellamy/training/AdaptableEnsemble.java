package io.bellamy.training;

import io.bellamy.adaptation.ResidualPrior;
import io.bellamy.adaptation.RunNoiseFit;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.Run;
import io.bellamy.model.Ensemble;
import io.bellamy.model.InformedModel;
import io.bellamy.model.TrainedModel;
import io.bellamy.process.Familiar;
import io.bellamy.process.ProcessOfHistory;
import io.bellamy.process.RunProcess;
import java.util.List;
import java.util.Optional;

/**
 * Several small networks beside a process over all runs known, both adapted in closed form. The process answers; where a new
 * job is made of what pretraining has seen, the networks have their say too.
 *
 * @param ensemble the networks
 * @param prior how far off they are in contexts that they did not see
 * @param history the process; none in models of earlier formats, in which the networks answer alone
 */
public record AdaptableEnsemble(Ensemble ensemble, ResidualPrior prior, Optional<Historical> history)
        implements TrainedModel {

    /**
     * The process and how it goes with the networks.
     *
     * @param process as learned in pretraining
     * @param familiar what pretraining has seen
     * @param networks how much they count
     */
    public record Historical(RunProcess process, Familiar familiar, OpinionWeights networks) {}

    @Override
    public InformedModel informed(List<Run> runs) {
        return history.<InformedModel>map(historical -> {
                    ProcessOfHistory process = new ProcessOfHistory(historical.process(), runs);
                    return (matching, more, seed) -> new PooledCurve(this, historical, process, matching, more);
                })
                .orElseGet(() -> InformedModel.ofContext((own, seed) -> AdaptedCurve.of(ensemble, prior, own)));
    }

    @Override
    public boolean knowsNoise() {
        return history.map(known -> known.process().scatter().freedom() >= RunNoiseFit.ENOUGH)
                .orElse(false);
    }

    @Override
    public boolean knowsDays() {
        return history.flatMap(known -> known.process().columns().days()).isPresent();
    }

    @Override
    public List<String> views(String property, PlannedRun run) {
        return EnsembleViews.of(ensemble, property, run);
    }
}
