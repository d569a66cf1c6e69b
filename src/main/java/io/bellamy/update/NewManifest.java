package io.bellamy.update;

import io.bellamy.data.Dataset;
import io.bellamy.store.Comparison;
import io.bellamy.store.Fingerprint;
import io.bellamy.store.Manifest;
import io.bellamy.store.Manifest.TrialSummary;
import io.bellamy.training.SearchRecord;
import io.bellamy.tuning.Measurement;
import io.bellamy.tuning.TrialResult;
import io.bellamy.tuning.TrialState;
import io.bellamy.update.PretrainingTask.Pretrained;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The manifest of a model that was just trained.
 *
 * @param dataset what it learned from
 * @param data digest of all that this was read from
 * @param runs digest of the runs themselves
 * @param origin what else it comes from
 * @param result what came of the training
 * @param comparison with the published one
 * @param seconds how long it took
 */
record NewManifest(
        Dataset dataset,
        String data,
        String runs,
        Origin origin,
        Pretrained result,
        Optional<Comparison> comparison,
        double seconds) {

    Manifest manifest(String version, String created, Map<String, String> files) {
        Fingerprint fingerprint = origin.fingerprint(data, runs);
        SearchRecord search = result.search();
        return new Manifest(
                Manifest.FORMAT,
                dataset.target(),
                dataset.algorithm(),
                version,
                created,
                origin.program().version(),
                origin.program().java(),
                origin.program().djl(),
                origin.configuration(),
                origin.seed(),
                dataset.files(),
                search.trainingRows(),
                search.validationRows(),
                search.validation(),
                summary(search, search.best()),
                search.trials().stream().map(trial -> summary(search, trial)).toList(),
                origin.epochs(),
                seconds,
                result.processor(),
                fingerprint,
                comparison,
                files);
    }

    private static TrialSummary summary(SearchRecord search, TrialResult trial) {
        Map<String, Double> figures = new LinkedHashMap<>();
        Optional.ofNullable(search.validations().get(trial.trial().number())).ifPresent(validation -> {
            figures.put("loss", validation.loss());
            figures.put("mae", validation.mae());
            figures.put("mse", validation.mse());
        });
        return new TrialSummary(
                trial.trial().number(),
                trial.trial().parameters(),
                trial.epochs(),
                trial.best().map(Measurement::epoch).orElse(0),
                figures,
                trial.state() == TrialState.PRUNED);
    }
}
