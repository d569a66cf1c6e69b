package io.bellamy.training;

import io.bellamy.adaptation.ResidualPrior;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.Run;
import io.bellamy.model.Ensemble;
import io.bellamy.model.InformedModel;
import io.bellamy.model.TrainedModel;
import java.util.List;

/**
 * Several small networks, adapted to a context in closed form.
 *
 * @param ensemble the networks
 * @param prior how far off they are in contexts that they did not see
 */
public record AdaptableEnsemble(Ensemble ensemble, ResidualPrior prior) implements TrainedModel {

    @Override
    public InformedModel informed(List<Run> history) {
        return InformedModel.ofContext((runs, seed) -> AdaptedCurve.of(ensemble, prior, runs));
    }

    @Override
    public List<String> views(String property, PlannedRun run) {
        return EnsembleViews.of(ensemble, property, run);
    }
}
