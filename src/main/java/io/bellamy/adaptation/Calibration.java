package io.bellamy.adaptation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.InverseErfc;

/**
 * What predicted probabilities are worth: where contexts that were left out in pretraining really lay. A distribution that
 * is right about its tails can be too wide in its middle. V. Kuleshov, N. Fenner, S. Ermon: Accurate Uncertainties for Deep
 * Learning Using Calibrated Regression. ICML 2018; here on the scale of the standard normal distribution and alike to both
 * sides, so that the median stays where it is.
 *
 * @param quantiles how many deviations to either side of the median hold each of the {@link #LEVELS}, increasing; of a
 *     normal distribution 0.67, 1.28, 1.64 and 1.96; stored as reaches
 */
public record Calibration(@JsonProperty("reaches") List<Double> quantiles) {

    /** The shares of runs whose quantiles are learned. */
    static final List<Double> LEVELS = List.of(0.5, 0.8, 0.9, 0.95);

    /** Probabilities are taken for what they are. */
    static final Calibration NONE =
            new Calibration(LEVELS.stream().map(Calibration::normalQuantile).toList());

    private static final double FARTHEST = 8;

    public Calibration {
        quantiles = List.copyOf(quantiles);
        double before = 0;
        for (double quantile : quantiles) {
            if (!(quantile > before) || quantile > FARTHEST) {
                throw new IllegalArgumentException(
                        "the quantiles of a calibration must increase from 0 to " + FARTHEST);
            }
            before = quantile;
        }
        if (quantiles.size() != LEVELS.size()) {
            throw new IllegalArgumentException("a calibration must have " + LEVELS.size() + " quantiles");
        }
    }

    /** The predicted probability whose quantile is not exceeded with this probability, in (0, 1). */
    double predicted(double probability) {
        return mapped(probability, true);
    }

    /** The probability with which a quantile of this predicted probability is not exceeded; the reverse. */
    double actual(double predicted) {
        return mapped(predicted, false);
    }

    private double mapped(double probability, boolean toPredicted) {
        if (probability <= 0 || probability >= 1) {
            return probability;
        }
        boolean above = probability > 0.5;
        // from the lower side, where small probabilities keep their digits
        double deviations = -quantile(above ? 1 - probability : probability);
        double lower = cumulative(-stretched(deviations, toPredicted));
        return above ? 1 - lower : lower;
    }

    /** Piecewise linear through the levels; beyond the last one in proportion. */
    private double stretched(double deviations, boolean toPredicted) {
        double fromBefore = 0;
        double toBefore = 0;
        for (int i = 0; i < quantiles.size(); i++) {
            double normal = normalQuantile(LEVELS.get(i));
            double from = toPredicted ? normal : quantiles.get(i);
            double to = toPredicted ? quantiles.get(i) : normal;
            if (deviations <= from) {
                return toBefore + (deviations - fromBefore) / (from - fromBefore) * (to - toBefore);
            }
            fromBefore = from;
            toBefore = to;
        }
        return deviations / fromBefore * toBefore;
    }

    static double normalQuantile(double level) {
        return -quantile((1 - level) / 2);
    }

    private static double quantile(double probability) {
        return -Math.sqrt(2) * InverseErfc.value(2 * probability);
    }

    private static double cumulative(double deviations) {
        return Erfc.value(-deviations / Math.sqrt(2)) / 2;
    }

    /** How many deviations from the median a predicted probability is. */
    static double deviations(double probability) {
        return Math.abs(quantile(Math.min(probability, 1 - probability)));
    }
}
