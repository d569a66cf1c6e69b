package io.bellamy.request;

import io.bellamy.job.Preferences;
import io.bellamy.job.Preferences.Goal;
import io.bellamy.yaml.YamlSection;
import java.util.Optional;

/** Reads what a request wants of the recommendation. */
final class PreferenceReader {

    private static final double LEAST = 1e-9;
    private static final double MOST = 1e12;

    private PreferenceReader() {}

    static Preferences read(YamlSection root) {
        return new Preferences(
                root.scalar("objective").flatMap(scalar -> scalar.constant(Goal.class)),
                number(root, "max_runtime", LEAST, MOST),
                number(root, "max_cost", LEAST, MOST),
                number(root, "confidence", Preferences.LEAST_PROBABILITY, Preferences.MOST_PROBABILITY),
                number(root, "interval", Preferences.LEAST_PROBABILITY, Preferences.MOST_PROBABILITY));
    }

    private static Optional<Double> number(YamlSection root, String key, double least, double most) {
        return root.scalar(key).flatMap(scalar -> scalar.number(least, most));
    }
}
