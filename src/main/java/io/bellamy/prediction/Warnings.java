package io.bellamy.prediction;

import io.bellamy.features.FittedPipeline;
import io.bellamy.job.PropertyKinds;
import io.bellamy.job.ScaleOutRange;
import io.bellamy.prediction.Answer.Prediction;
import io.bellamy.prediction.ContextResolver.Resolved;
import java.util.ArrayList;
import java.util.List;

/** Says where a request leaves what a model has seen. */
final class Warnings {

    private final FittedPipeline seen;
    private final PropertyKinds kinds;

    Warnings(FittedPipeline seen, PropertyKinds kinds) {
        this.seen = seen;
        this.kinds = kinds;
    }

    List<String> of(ScaleOutRange asked, Resolved context, OptionalProperties optional, List<Prediction> curve) {
        List<String> warnings = new ArrayList<>();
        if (asked.least() < seen.leastScaleOut() || asked.most() > seen.mostScaleOut()) {
            warnings.add("scale-outs " + asked.least() + " to " + asked.most()
                    + " go beyond those seen in pretraining, " + seen.leastScaleOut() + " to " + seen.mostScaleOut());
        }
        context.essential().forEach((name, value) -> {
            if (!value.isEmpty() && !seen.hasSeen(name, value, kinds)) {
                warnings.add(name + " '" + value + "' was never seen in pretraining");
            }
        });
        optional.unknown(seen).forEach(name -> warnings.add(name + " is unknown for this machine type and left out"));
        if (curve.stream().anyMatch(point -> !(point.runtime() > 0))) {
            warnings.add("the model predicts runtimes that are not above 0 s: it is not fit for this request");
        }
        return warnings;
    }
}
