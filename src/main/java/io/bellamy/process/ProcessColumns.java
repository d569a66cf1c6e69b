package io.bellamy.process;

import io.bellamy.features.Column;
import io.bellamy.features.Column.AmountPerMachine;
import io.bellamy.features.Column.AmountRatio;
import io.bellamy.job.JoinedRuns;
import io.bellamy.job.PropertyValues;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What the process looks at in a run; learned from the runs of pretraining and stored with the model.
 *
 * @param numbers what is compared by distance, the scale-out first
 * @param texts the names of the properties that are the same or not
 * @param algorithm its own name, where the runs of other algorithms are known too: then that is one more text, the last
 * @param days the days of the runs, where the data tell them
 */
public record ProcessColumns(
        List<ProcessNumber> numbers, List<String> texts, Optional<String> algorithm, Optional<DaySpan> days) {

    /** More properties than this would not fit the bits of a mask. */
    static final int MOST_TEXTS = 12;

    /** What a number is to the process. */
    public enum Family {
        /** ln x */
        SCALE_OUT,
        /** a curve over x that levels off */
        CURVE,
        /** how much there is to do: sizes, and the numbers in texts */
        AMOUNT,
        /** what one machine has */
        PER_MACHINE,
        /** an amount to what the whole cluster has of something */
        RATIO
    }

    /**
     * A number.
     *
     * @param column what is computed
     * @param family what it is
     * @param mean of the values seen
     * @param scale what differs by this much is far; 1 of logarithms
     * @param spread how far the values seen lie about their mean, in scales: so far a value that nobody knows may be from it
     * @param gain how ln runtime is believed to change with it before any run is seen
     * @param known the values seen of what one machine has; of other families none are kept
     */
    public record ProcessNumber(
            Column column, Family family, double mean, double scale, double spread, double gain, List<Double> known) {

        /** What differs from a value seen by less, in ln, is that value: MB and MiB are 4.9 % apart. */
        private static final double SAME = 0.06;

        public ProcessNumber {
            known = List.copyOf(known);
            if (!(scale > 0)
                    || Double.isInfinite(scale)
                    || !Double.isFinite(mean)
                    || !Double.isFinite(gain)
                    || !(spread >= 0)
                    || Double.isInfinite(spread)) {
                throw new IllegalArgumentException(
                        "a quantity must have a mean, a positive scale, a spread and a gain");
            }
        }

        double centred(double value) {
            return (value + correction(value) - mean) / scale;
        }

        /** How far the value seen that it is taken for is above it. */
        double correction(double value) {
            double nearest = value;
            double distance = SAME;
            for (double seen : known) {
                if (Math.abs(seen - value) < distance) {
                    nearest = seen;
                    distance = Math.abs(seen - value);
                }
            }
            return nearest - value;
        }
    }

    /**
     * When the runs were measured.
     *
     * @param centre days since the epoch
     * @param scale days
     */
    public record DaySpan(double centre, double scale) {

        public DaySpan {
            if (!Double.isFinite(centre) || !(scale > 0) || Double.isInfinite(scale)) {
                throw new IllegalArgumentException("days must have a centre and a positive scale");
            }
        }
    }

    public ProcessColumns {
        numbers = List.copyOf(numbers);
        texts = List.copyOf(texts);
        if (numbers.isEmpty() || texts.size() > MOST_TEXTS) {
            throw new IllegalArgumentException(
                    "a process must have a number at least, and at most " + MOST_TEXTS + " texts");
        }
    }

    /** A run of the algorithm as the process sees it. */
    RunPlace place(int scaleOut, PropertyValues properties, OptionalDouble day, Relevances relevances) {
        return place(scaleOut, properties, algorithm, day, relevances);
    }

    /** A run of an algorithm as the process sees it. */
    RunPlace place(
            int scaleOut,
            PropertyValues properties,
            Optional<String> ofAlgorithm,
            OptionalDouble day,
            Relevances relevances) {
        double[] own = new double[numbers.size()];
        for (int i = 0; i < own.length; i++) {
            ProcessNumber quantity = numbers.get(i);
            OptionalDouble value = quantity.column().of(scaleOut, properties);
            own[i] = value.isPresent()
                    ? quantity.centred(value.getAsDouble() - correction(quantity, scaleOut, properties))
                    : Double.NaN;
        }
        List<String> spelled = texts(properties, ofAlgorithm);
        return new RunPlace(own, spelled, day.orElse(Double.NaN), relevances.of(spelled));
    }

    /** The ratio to a total changes with what is taken for that of one machine. */
    private double correction(ProcessNumber ratio, int scaleOut, PropertyValues properties) {
        if (!(ratio.column() instanceof AmountRatio amounts)) {
            return 0;
        }
        double sum = 0;
        for (ProcessNumber quantity : numbers) {
            if (quantity.column() instanceof AmountPerMachine per
                    && per.property().equals(amounts.total())) {
                OptionalDouble value = per.of(scaleOut, properties);
                sum += value.isPresent() ? quantity.correction(value.getAsDouble()) : 0;
            }
        }
        return sum;
    }

    /** The texts of a run of the algorithm. */
    List<String> texts(PropertyValues properties) {
        return texts(properties, algorithm);
    }

    private List<String> texts(PropertyValues properties, Optional<String> ofAlgorithm) {
        return Stream.concat(texts.stream().map(properties::canonical), ofAlgorithm.stream())
                .toList();
    }

    /** Which text tells the algorithm, where there are several: its own last, or that of all algorithms together. */
    OptionalInt textOfAlgorithm() {
        int text = algorithm.isPresent() ? texts.size() : texts.indexOf(JoinedRuns.ALGORITHM);
        return text < 0 ? OptionalInt.empty() : OptionalInt.of(text);
    }

    /** How many texts a place has. */
    int textsOfPlaces() {
        return texts.size() + (algorithm.isPresent() ? 1 : 0);
    }

    /** What is believed of ln runtime at a place, on top of the mean of all. */
    double believed(RunPlace place) {
        double sum = 0;
        for (int i = 0; i < numbers.size(); i++) {
            // of what nobody knows the mean is believed
            sum += Double.isNaN(place.number(i)) ? 0 : numbers.get(i).gain() * place.number(i);
        }
        return sum;
    }

    /** A day as a number. */
    static OptionalDouble day(Optional<LocalDate> date) {
        return date.isPresent() ? OptionalDouble.of((double) date.get().toEpochDay()) : OptionalDouble.empty();
    }
}
