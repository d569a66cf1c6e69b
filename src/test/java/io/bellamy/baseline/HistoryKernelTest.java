package io.bellamy.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.job.Run;
import io.bellamy.job.Runs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryKernelTest {

    private static List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            runs.add(new Run(
                    2 + i % 3,
                    100 + i,
                    Runs.values(Map.of(
                            "machine_type",
                            i < 3 ? "a" : "b",
                            "job_args",
                            "x" + i % 2,
                            "data_size_MB",
                            "" + (10 + i * i))),
                    Optional.of(LocalDate.of(2026, 1, 1 + 3 * i))));
        }
        return runs;
    }

    /** Or the likelihood would be climbed in a wrong direction, which no forecast betrays. */
    @Test
    void theSlopeIsTheDerivativeOfTheCovariance() {
        HistoryInputs inputs = HistoryInputs.fit(runs());
        double[] place =
                HistoryKernel.beliefs(inputs).stream().mapToDouble(Belief::mean).toArray();
        double step = 1e-6;
        for (Run first : runs()) {
            for (Run second : runs()) {
                double[] one = inputs.of(first);
                double[] other = inputs.of(second);
                double[] slope = new double[place.length];
                new HistoryKernel(inputs, place).addSlope(2, one, other, slope);
                for (int i = 1; i < place.length; i++) {
                    double[] above = place.clone();
                    double[] below = place.clone();
                    above[i] += step;
                    below[i] -= step;
                    double difference = new HistoryKernel(inputs, above).of(one, other)
                            - new HistoryKernel(inputs, below).of(one, other);
                    assertThat(slope[i]).isCloseTo(difference / step, within(1e-6));
                }
            }
        }
    }
}
