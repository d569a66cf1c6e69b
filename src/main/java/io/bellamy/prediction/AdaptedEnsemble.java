package io.bellamy.prediction;

import io.bellamy.job.PlannedRun;
import io.bellamy.job.Run;
import io.bellamy.prediction.Answer.FineTuned;
import io.bellamy.prediction.Answer.Prediction;
import io.bellamy.training.AdaptedModel;
import io.bellamy.training.TrainedModel.AdaptableEnsemble;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** An ensemble, adapted in closed form; it knows how sure it is. */
final class AdaptedEnsemble implements ContextModel {

    private final AdaptedModel model;
    private final List<Run> matching;

    AdaptedEnsemble(AdaptableEnsemble pretrained, List<Run> matching) {
        this.model = AdaptedModel.of(pretrained.ensemble(), pretrained.prior(), matching);
        this.matching = matching;
    }

    @Override
    public FineTuned basis() {
        double mae = matching.stream()
                .mapToDouble(run ->
                        Math.abs(model.at(run.scaleOut(), run.properties()).median() - run.runtime()))
                .average()
                .orElse(0);
        int scaleOuts = (int) matching.stream().map(Run::scaleOut).distinct().count();
        return new FineTuned(matching.size(), scaleOuts, 0, 0, mae, List.of());
    }

    @Override
    public List<Prediction> curve(
            List<Integer> scaleOuts,
            IntFunction<PlannedRun> planned,
            IntFunction<Map<Integer, Double>> standIns,
            double level) {
        return scaleOuts.stream()
                .map(planned::apply)
                .map(run -> Prediction.of(run, model.at(run.scaleOut(), run.properties()), level))
                .toList();
    }
}
