package io.bellamy.model;

import io.bellamy.features.ColumnValues;
import io.bellamy.features.FittedColumns;
import io.bellamy.job.PropertyValues;
import java.util.List;
import org.hipparchus.stat.StatUtils;

/**
 * Small networks that were each trained without some of the contexts; together they say how long a run takes.
 *
 * @param mean of ln seconds in pretraining
 * @param deviation of ln seconds in pretraining
 * @param members the networks, at least one
 */
public record Ensemble(double mean, double deviation, List<Member> members) {

    /**
     * One network.
     *
     * @param shape its shape
     * @param columns what it is given, as standardised by the runs that it learned from
     * @param weights flat, {@code shape.size()} of them
     */
    public record Member(PerceptronShape shape, FittedColumns columns, List<Float> weights) {

        public Member {
            weights = PackedFloats.copyOf(weights);
            if (weights.size() != shape.size() || columns.columns().size() != shape.inputs()) {
                throw new IllegalArgumentException("a network of " + shape.inputs() + " columns must have "
                        + shape.size() + " weights and as many columns");
            }
        }

        /** The standardised log-runtime of a run. */
        double apply(ColumnValues run) {
            return PerceptronForward.apply(shape, PackedFloats.copyOf(weights), columns.apply(run));
        }
    }

    public Ensemble {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("an ensemble must have at least one network");
        }
        if (!(deviation >= 0) || Double.isInfinite(deviation)) {
            throw new IllegalArgumentException("the deviation of an ensemble " + deviation + " must be at least 0");
        }
    }

    /** The variance of what the members say of a run's ln seconds; of two members at least. */
    public double variance(int scaleOut, PropertyValues properties) {
        ColumnValues run = new ColumnValues(scaleOut, properties);
        double[] all = members.stream()
                .mapToDouble(member -> deviation * member.apply(run))
                .toArray();
        return StatUtils.variance(all);
    }

    /** ln seconds of a run with these properties, the mean of all members. */
    public double logRuntime(int scaleOut, PropertyValues properties) {
        ColumnValues run = new ColumnValues(scaleOut, properties);
        double sum = 0;
        for (Member member : members) {
            sum += member.apply(run);
        }
        return mean + deviation * sum / members.size();
    }
}
