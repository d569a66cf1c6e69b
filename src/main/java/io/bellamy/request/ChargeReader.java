package io.bellamy.request;

import io.bellamy.data.RecordingRules;
import io.bellamy.job.ClusterCharge;
import io.bellamy.numerics.DecimalText;
import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads what is billed of a cluster beside the run: the section {@code cluster} of a request, or of the configuration. */
public final class ChargeReader {

    /** Its name. */
    public static final String KEY = "cluster";

    /** What a start-up time must be. */
    public static final String TIME_RULE = "a time from 0 s to a day, as '4 min', or a number of seconds";

    private static final BigDecimal DAY = new BigDecimal(86_400);
    private static final int LONGEST_NAME = 1000;

    private ChargeReader() {}

    /** Reads it; what is wrong becomes a problem. */
    public static ClusterCharge read(YamlSection parent) {
        YamlSection section = parent.section(KEY);
        Optional<YamlScalar> startup = section.scalar("startup");
        startup.filter(scalar -> seconds(scalar.text()).isEmpty()).ifPresent(scalar -> scalar.reject(TIME_RULE));
        Optional<YamlScalar> driver = section.scalar("driver");
        driver.filter(scalar -> scalar.text().isBlank() || scalar.text().length() > LONGEST_NAME)
                .ifPresent(scalar -> scalar.reject("a machine type"));
        section.rejectUnknownKeys();
        return new ClusterCharge(startup.flatMap(scalar -> seconds(scalar.text())), driver.map(scalar -> scalar.text()
                .strip()));
    }

    /** The seconds of a start-up time; nothing where it is none. */
    public static Optional<Double> seconds(String text) {
        return RecordingRules.seconds(text.strip())
                .or(() -> DecimalText.parse(text.strip()).filter(number -> number.signum() == 0))
                .filter(time -> time.compareTo(DAY) <= 0)
                .map(BigDecimal::doubleValue);
    }
}
