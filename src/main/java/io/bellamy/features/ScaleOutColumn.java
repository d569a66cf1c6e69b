package io.bellamy.features;

import io.bellamy.job.PropertyValues;
import java.util.OptionalDouble;
import java.util.Set;

/** A number that is made of the scale-out alone. */
public sealed interface ScaleOutColumn extends Column {

    double of(int scaleOut);

    @Override
    default OptionalDouble of(int scaleOut, PropertyValues properties) {
        return OptionalDouble.of(of(scaleOut));
    }

    @Override
    default Set<String> properties() {
        return Set.of();
    }

    @Override
    default boolean dependsOnScaleOut() {
        return true;
    }

    /** ln x. */
    record LogScaleOut() implements ScaleOutColumn {
        @Override
        public String label() {
            return "ln scale-out";
        }

        @Override
        public double of(int scaleOut) {
            return Math.log(scaleOut);
        }
    }

    /** 1 / x. */
    record InverseScaleOut() implements ScaleOutColumn {
        @Override
        public String label() {
            return "1 / scale-out";
        }

        @Override
        public double of(int scaleOut) {
            return 1.0 / scaleOut;
        }
    }

    /** ln (1 / x + 1 / at): how a runtime goes that falls with 1 / x to a rest that is reached at about this scale-out. */
    record Saturating(int at) implements ScaleOutColumn {

        public Saturating {
            if (at < 1) {
                throw new IllegalArgumentException("the scale-out " + at + " must be at least 1");
            }
        }

        @Override
        public String label() {
            return "ln (1 / scale-out + 1 / " + at + ")";
        }

        @Override
        public double of(int scaleOut) {
            return Math.log(1.0 / scaleOut + 1.0 / at);
        }
    }
}
