package io.bellamy.prediction;

import io.bellamy.model.AlikeRun;
import java.util.List;

/**
 * How a model came to see a request.
 *
 * @param machineType of the cluster that is explained; blank where the algorithm has none
 * @param scaleOut of that cluster
 * @param properties every property that is known of it, in order
 * @param runs those that it rests on most, the most alike first; none where all runs of its context count the same
 */
public record Explanation(String machineType, int scaleOut, List<ExplainedProperty> properties, List<AlikeRun> runs) {

    public Explanation {
        runs = List.copyOf(runs);
        properties = List.copyOf(properties);
    }

    /**
     * A property.
     *
     * @param name its name
     * @param value as it was used
     * @param seen whether pretraining saw it
     * @param nearest the values nearest to it that pretraining saw, at most three, the nearest first
     * @param views what the model made of it; nothing where it was the same in all runs, so that nothing could be learned
     */
    public record ExplainedProperty(String name, String value, boolean seen, List<String> nearest, List<String> views) {

        public ExplainedProperty {
            nearest = List.copyOf(nearest);
            views = List.copyOf(views);
        }
    }
}
