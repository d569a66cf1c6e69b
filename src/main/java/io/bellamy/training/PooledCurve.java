package io.bellamy.training;

import io.bellamy.adaptation.RuntimeDistribution;
import io.bellamy.adaptation.RuntimeDistribution.Component;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Run;
import io.bellamy.model.AdaptedModel;
import io.bellamy.model.AlikeRun;
import io.bellamy.model.Forecast;
import io.bellamy.model.Grounds;
import io.bellamy.process.ProcessForecast;
import io.bellamy.process.ProcessOfHistory;
import io.bellamy.training.AdaptableEnsemble.Historical;
import io.bellamy.training.OpinionWeights.Share;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the process says, and the networks where they have a say, as one mixture. */
final class PooledCurve implements AdaptedModel {

    private final AdaptableEnsemble model;
    private final Historical historical;
    private final ProcessOfHistory process;
    private final List<Run> ofContext = new ArrayList<>();
    private final List<Run> more;
    private volatile Optional<AdaptedCurve> networks = Optional.empty();

    PooledCurve(
            AdaptableEnsemble model,
            Historical historical,
            ProcessOfHistory process,
            List<Run> matching,
            List<Run> more) {
        this.model = model;
        this.historical = historical;
        this.process = process;
        this.more = List.copyOf(more);
        ofContext.addAll(matching);
        ofContext.addAll(more);
    }

    @Override
    public List<Forecast> forecast(List<PlannedRun> planned) {
        Map<List<String>, AskedJob> jobs = new HashMap<>();
        return planned.stream()
                .map(run -> forecast(
                        run, jobs.computeIfAbsent(process.job(run.properties()), job -> askedJob(run.properties()))))
                .toList();
    }

    /**
     * What is asked about a job.
     *
     * @param forecast what the process says of it
     * @param forNetworks whether the networks may have a say
     */
    private record AskedJob(ProcessForecast forecast, boolean forNetworks) {}

    private AskedJob askedJob(PropertyValues properties) {
        return new AskedJob(
                process.around(properties, more),
                historical.familiar().isNewJobOfKnownWords(historical.process().columns(), properties));
    }

    @Override
    public Optional<Grounds> grounds(PlannedRun run) {
        return Optional.of(process.around(run.properties(), more).grounds(run));
    }

    @Override
    public List<AlikeRun> mostAlike(PlannedRun run, int most) {
        return process.around(run.properties(), more).mostAlike(run, most);
    }

    private Forecast forecast(PlannedRun run, AskedJob job) {
        boolean asked = job.forNetworks()
                && historical
                        .familiar()
                        .hasSeenAmounts(historical.process().columns(), run.scaleOut(), run.properties());
        double share = asked ? share(run.scaleOut()) : 0;
        List<Component> other =
                share > 0 ? networks().at(run.scaleOut(), run.properties()).parts() : List.of();
        RuntimeDistribution runs = pooled(job.forecast().at(run), share, other);
        if (historical.process().scatter().share() == 0) {
            return Forecast.of(runs);
        }
        // the median of what may be, of which some runs are late, is later than what the median of runs may be
        RuntimeDistribution medians = pooled(job.forecast().medianAt(run), share, other);
        return new Forecast(medians.median(), Optional.of(runs));
    }

    private static RuntimeDistribution pooled(List<Component> process, double share, List<Component> networks) {
        List<Component> pooled = new ArrayList<>();
        process.forEach(part -> pooled.add(part.times(1 - share)));
        networks.forEach(part -> pooled.add(part.times(share)));
        return RuntimeDistribution.mixture(pooled);
    }

    /** What the networks say; conditioned when it is asked for the first time, by several threads to the same end. */
    private AdaptedCurve networks() {
        Optional<AdaptedCurve> known = networks;
        if (known.isEmpty()) {
            known = Optional.of(AdaptedCurve.of(model.ensemble(), model.prior(), ofContext));
            networks = known;
        }
        return known.get();
    }

    private double share(int scaleOut) {
        OpinionWeights shares = historical.networks();
        return which(shares, scaleOut).at(shares.place(scaleOut));
    }

    private Share which(OpinionWeights shares, int scaleOut) {
        if (ofContext.isEmpty()) {
            return shares.none();
        }
        boolean between = ofContext.stream().anyMatch(run -> run.scaleOut() <= scaleOut)
                && ofContext.stream().anyMatch(run -> run.scaleOut() >= scaleOut);
        return between ? shares.between() : shares.beyond();
    }
}
