package io.bellamy.histories;

import java.util.Locale;
import java.util.SplittableRandom;

/** What runtimes follow in a history: no two alike, and none of them a + b size / x. */
enum Law {
    WAVES(0.04, 0.2, 2.2) {
        @Override
        Curve job(SplittableRandom random) {
            return Curve.waves(
                    random.nextDouble(15, 40),
                    random.nextDouble(24, 64),
                    random.nextDouble(1, 4),
                    random.nextDouble(0.2, 1.2));
        }
    },
    SHUFFLE(0.025, 0.15, 3) {
        @Override
        Curve job(SplittableRandom random) {
            return Curve.shuffle(
                    random.nextDouble(10, 30),
                    random.nextDouble(5, 25),
                    random.nextDouble(0.8, 1),
                    random.nextDouble(0.7, 0.9),
                    random.nextDouble(0.1, 0.5),
                    random.nextDouble(2, 8));
        }
    },
    MEMORY(0.03, 0.25, 1.8) {
        @Override
        Curve job(SplittableRandom random) {
            return Curve.memory(
                    random.nextDouble(15, 30),
                    random.nextDouble(8, 30),
                    random.nextDouble(0.03, 0.15),
                    random.nextDouble(0.6, 1.6),
                    random.nextDouble(0.3, 1.2));
        }
    };

    private final double deviation;
    private final double share;
    private final double factor;

    /** The noise of a run, as {@link Noise} has it. */
    Law(double deviation, double share, double factor) {
        this.deviation = deviation;
        this.share = share;
        this.factor = factor;
    }

    /** A job of this law, with constants of its own. */
    abstract Curve job(SplittableRandom random);

    /** With stragglers. */
    Noise noise() {
        return new Noise(deviation, share, factor);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
