package io.bellamy.request;

import io.bellamy.job.Wishes;
import io.bellamy.job.Wishes.Goal;
import io.bellamy.yaml.YamlSection;
import java.util.Optional;

/** Reads what a request wants of the recommendation. */
final class WishReader {

    private static final double LEAST = 1e-9;
    private static final double MOST = 1e12;

    private WishReader() {}

    static Wishes read(YamlSection root) {
        return new Wishes(
                root.scalar("objective").flatMap(scalar -> scalar.constant(Goal.class)),
                number(root, "max_runtime", LEAST, MOST),
                number(root, "max_cost", LEAST, MOST),
                number(root, "confidence", Wishes.LEAST_PROBABILITY, Wishes.MOST_PROBABILITY),
                number(root, "interval", Wishes.LEAST_PROBABILITY, Wishes.MOST_PROBABILITY));
    }

    private static Optional<Double> number(YamlSection root, String key, double least, double most) {
        return root.scalar(key).flatMap(scalar -> scalar.number(least, most));
    }
}
