package io.bellamy.features;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.bellamy.job.PropertyKind;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Run;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** One number that is made of a run. Stored with the fitted columns under a name, never under a class. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "column")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ScaleOutColumn.LogScaleOut.class, name = "log_scale_out"),
    @JsonSubTypes.Type(value = ScaleOutColumn.InverseScaleOut.class, name = "inverse_scale_out"),
    @JsonSubTypes.Type(value = ScaleOutColumn.Saturating.class, name = "saturating"),
    @JsonSubTypes.Type(value = Column.Amount.class, name = "amount"),
    @JsonSubTypes.Type(value = Column.AmountPerMachine.class, name = "amount_per_machine"),
    @JsonSubTypes.Type(value = Column.AmountRatio.class, name = "amount_ratio"),
    @JsonSubTypes.Type(value = Column.NumberInText.class, name = "number_in_text"),
    @JsonSubTypes.Type(value = Column.Category.class, name = "category"),
    @JsonSubTypes.Type(value = Column.Named.class, name = "named")
})
public sealed interface Column
        permits ScaleOutColumn,
                Column.Amount,
                Column.AmountPerMachine,
                Column.AmountRatio,
                Column.NumberInText,
                Column.Category,
                Column.Named {

    /** Its value for a run; empty where the run's properties do not tell. */
    OptionalDouble of(int scaleOut, PropertyValues properties);

    /** Its values in runs, of those that tell. */
    default double[] in(List<Run> runs) {
        return runs.stream()
                .map(run -> of(run.scaleOut(), run.properties()))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
    }

    /** What it is, for people. */
    String label();

    /** The properties that it is made of. */
    Set<String> properties();

    /** Does it change with the scale-out? Then it must not be cut off where a request leaves what was seen. */
    default boolean dependsOnScaleOut() {
        return false;
    }

    /** Is it 1 or 0, whether something is so? */
    default boolean yesOrNo() {
        return false;
    }

    /** The logarithm of a number, as of the data size. */
    record Amount(String property) implements Column {
        @Override
        public String label() {
            return "ln " + property;
        }

        @Override
        public Set<String> properties() {
            return Set.of(property);
        }

        @Override
        public OptionalDouble of(int scaleOut, PropertyValues properties) {
            return log(properties, property);
        }
    }

    /** The logarithm of a total of the cluster, shared by its machines, as of the memory. */
    record AmountPerMachine(String property) implements Column {
        @Override
        public String label() {
            return "ln (" + property + " / scale-out)";
        }

        @Override
        public Set<String> properties() {
            return Set.of(property);
        }

        @Override
        public OptionalDouble of(int scaleOut, PropertyValues properties) {
            return plus(log(properties, property), -Math.log(scaleOut));
        }
    }

    /** The logarithm of the ratio of an amount to a total of the cluster, as of data size to memory. */
    record AmountRatio(String property, String total) implements Column {
        @Override
        public String label() {
            return "ln (" + property + " / " + total + ")";
        }

        @Override
        public Set<String> properties() {
            return Set.of(property, total);
        }

        @Override
        public OptionalDouble of(int scaleOut, PropertyValues properties) {
            OptionalDouble divisor = log(properties, total);
            return divisor.isPresent() ? plus(log(properties, property), -divisor.getAsDouble()) : divisor;
        }

        @Override
        public boolean dependsOnScaleOut() {
            return true;
        }
    }

    /** A number that stands in a text, or its logarithm. */
    record NumberInText(String property, int position, boolean logarithm) implements Column {

        public NumberInText {
            if (position < 0) {
                throw new IllegalArgumentException("position " + position + " must be at least 0");
            }
        }

        @Override
        public String label() {
            return (logarithm ? "ln number " : "number ") + (position + 1);
        }

        @Override
        public Set<String> properties() {
            return Set.of(property);
        }

        @Override
        public OptionalDouble of(int scaleOut, PropertyValues properties) {
            List<Double> numbers = properties.parts(property).numbers();
            if (numbers.size() <= position) {
                return OptionalDouble.empty();
            }
            double number = numbers.get(position);
            if (!logarithm) {
                return OptionalDouble.of(number);
            }
            return number > 0 ? OptionalDouble.of(Math.log(number)) : OptionalDouble.empty();
        }
    }

    /** 1 where a text, its numbers aside, is this one; else 0. */
    record Category(String property, String rest) implements Column {
        @Override
        public String label() {
            return "is '" + rest + "'";
        }

        @Override
        public Set<String> properties() {
            return Set.of(property);
        }

        @Override
        public OptionalDouble of(int scaleOut, PropertyValues properties) {
            return OptionalDouble.of(properties.parts(property).rest().equals(rest) ? 1 : 0);
        }

        @Override
        public boolean yesOrNo() {
            return true;
        }
    }

    /** 1 where a name is this one; else 0. It tells names apart whose numbers are the same, as 3.10 and 3.1. */
    record Named(String property, String name) implements Column {
        @Override
        public String label() {
            return "is '" + name + "'";
        }

        @Override
        public Set<String> properties() {
            return Set.of(property);
        }

        @Override
        public OptionalDouble of(int scaleOut, PropertyValues properties) {
            return OptionalDouble.of(
                    PropertyKind.NAME.same(properties.text(property).orElse(""), name) ? 1 : 0);
        }

        @Override
        public boolean yesOrNo() {
            return true;
        }
    }

    private static OptionalDouble log(PropertyValues properties, String property) {
        OptionalDouble number = properties.number(property);
        return number.isPresent() && number.getAsDouble() > 0
                ? OptionalDouble.of(Math.log(number.getAsDouble()))
                : OptionalDouble.empty();
    }

    private static OptionalDouble plus(OptionalDouble value, double addend) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() + addend) : value;
    }
}
