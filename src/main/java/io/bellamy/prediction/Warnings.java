package io.bellamy.prediction;

import io.bellamy.features.FittedPipeline;
import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.PropertyKind;
import io.bellamy.job.ScaleOutRange;
import io.bellamy.job.ScaleOutUnit;
import io.bellamy.numerics.DecimalText;
import io.bellamy.prediction.Answer.Prediction;
import io.bellamy.prediction.ContextResolver.Resolved;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Says where a request leaves what a model has seen. */
final class Warnings {

    private final FittedPipeline pipeline;
    private final SeenValues seen;
    private final PropertyDefinitions definitions;
    private final ScaleOutUnit counts;

    Warnings(FittedPipeline pipeline, SeenValues seen, PropertyDefinitions definitions, ScaleOutUnit counts) {
        this.pipeline = pipeline;
        this.seen = seen;
        this.definitions = definitions;
        this.counts = counts;
    }

    List<String> of(ScaleOutRange asked, Resolved context, OptionalProperties optional, List<Prediction> curve) {
        List<String> warnings = new ArrayList<>();
        if (asked.least() < pipeline.leastScaleOut() || asked.most() > pipeline.mostScaleOut()) {
            warnings.add(
                    "scale-outs " + asked.least() + " to " + asked.most() + " go beyond those seen in pretraining, "
                            + pipeline.leastScaleOut() + " to " + pipeline.mostScaleOut());
        }
        context.essential().forEach((name, value) -> {
            if (!value.isEmpty() && !seen.has(name, value) && !isNear(name, value)) {
                warnings.add(name + " '" + value + "' was never seen in pretraining");
            }
        });
        warnings.addAll(optional.unknown(pipeline.optional(), seen, counts));
        if (curve.stream().anyMatch(point -> !(point.runtime() > 0))) {
            warnings.add("the model predicts runtimes that are not above 0 s: it is not fit for this request");
        }
        return warnings;
    }

    /** Is it a number near one that was seen? */
    private boolean isNear(String name, String value) {
        if (definitions.kind(name) != PropertyKind.NUMBER) {
            return false;
        }
        OptionalDouble number = DecimalText.number(value);
        return number.isPresent() && seen.hasNear(name, number.getAsDouble());
    }
}
