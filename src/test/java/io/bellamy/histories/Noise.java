package io.bellamy.histories;

import java.util.SplittableRandom;
import org.apache.commons.numbers.gamma.Erf;

/**
 * How runs differ from their curve: log-normally, and some straggle.
 *
 * @param deviation of the logarithm
 * @param share of the runs that straggle
 * @param factor by which these take longer
 */
record Noise(double deviation, double share, double factor) {

    private static final int HALVINGS = 60;

    Noise withoutStragglers() {
        return new Noise(deviation, 0, 1);
    }

    Noise times(double scatter) {
        return scatter == 1 ? this : new Noise(scatter * deviation, share, factor);
    }

    /** A run. */
    double drawn(double seconds, SplittableRandom random) {
        double slower = random.nextDouble() < share ? factor : 1;
        return seconds * slower * Math.exp(deviation * random.nextGaussian());
    }

    /** The chance that a run takes no longer than some time. */
    double chance(double time, double seconds) {
        return (1 - share) * below(time, seconds) + share * below(time, seconds * factor);
    }

    private double below(double time, double seconds) {
        return 0.5 * (1 + Erf.value(Math.log(Math.max(time, 1e-9) / seconds) / deviation / Math.sqrt(2)));
    }

    /** The median of all runs, those that straggle included. */
    double median(double seconds) {
        double low = seconds;
        double high = seconds * Math.max(factor, 1);
        for (int i = 0; i < HALVINGS && share > 0; i++) {
            double middle = Math.sqrt(low * high);
            if (chance(middle, seconds) < 0.5) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
