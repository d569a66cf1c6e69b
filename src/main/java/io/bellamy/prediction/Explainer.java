package io.bellamy.prediction;

import io.bellamy.features.FittedPipeline;
import io.bellamy.features.Property;
import io.bellamy.job.PlannedRun;
import io.bellamy.model.AlikeRun;
import java.util.List;
import java.util.stream.Stream;

/** Says how a model sees the properties of a run. */
final class Explainer {

    private final Predictor.Model model;
    private final SeenValues seen;

    Explainer(Predictor.Model model, SeenValues seen) {
        this.model = model;
        this.seen = seen;
    }

    Explanation explain(String machineType, PlannedRun run, List<AlikeRun> runs) {
        List<Explanation.ExplainedProperty> properties = Stream.concat(
                        model.pipeline().essential().stream(), model.pipeline().optional().stream())
                .filter(property -> run.properties().knows(property.name()))
                .map(property -> explained(property, run))
                .toList();
        return new Explanation(machineType, run.scaleOut(), properties, runs);
    }

    private Explanation.ExplainedProperty explained(Property property, PlannedRun run) {
        String name = property.name();
        String value = run.properties().text(name).orElseThrow();
        FittedPipeline pipeline = model.pipeline();
        List<String> known = pipeline.seen().getOrDefault(name, List.of());
        return new Explanation.ExplainedProperty(
                name,
                value,
                seen.has(name, value),
                NearestValues.of(value, known),
                model.trained().views(name, run));
    }
}
