package io.bellamy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.adaptation.RuntimeDistribution;
import io.bellamy.job.Companions;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyValues;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs that become slower together go on to. */
class SharedTrendTest {

    private static final int NIGHTS = 12;
    private static final int AHEAD = 8;
    private static final List<String> JOBS = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.02})
    void whatAllJobsDoGoesOnAndWhatNoneDoesDoesNotBegin(double growth) {
        ProcessHistories histories = new ProcessHistories(2);
        for (int night = 0; night < NIGHTS; night++) {
            for (String job : JOBS) {
                histories.add(
                        job,
                        "m",
                        List.of(8, 4, 12, 6).get((night + job.charAt(0)) % 4),
                        60_000,
                        Math.exp(growth * night),
                        ProcessHistories.START.plusDays(night));
            }
        }
        RunProcess process = ProcessFit.of(ProcessHistories.PIPELINE, histories.runs, Companions.NONE)
                .orElseThrow()
                .process();
        ProcessOfHistory informed = new ProcessOfHistory(process, histories.runs);
        for (String job : JOBS) {
            PropertyValues asked = ProcessHistories.properties(job, "m", 60_000);
            PlannedRun planned = new PlannedRun(
                    8, asked, Optional.of(ProcessHistories.START.plusDays(NIGHTS - 1 + AHEAD)), List.of());
            double median = RuntimeDistribution.mixture(
                            informed.around(asked, List.of()).at(planned))
                    .median();
            double truth = ProcessHistories.truth(job, 8, 60_000) * Math.exp(growth * (NIGHTS - 1 + AHEAD));
            assertThat(Math.log(median / truth)).as(job).isCloseTo(0, within(0.05));
        }
    }
}
