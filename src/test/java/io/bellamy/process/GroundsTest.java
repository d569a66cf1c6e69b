package io.bellamy.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyValues;
import io.bellamy.model.Grounds;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which runs a process rests on. */
class GroundsTest {

    @Test
    void tellsWhichRunsItRestsOnMost() {
        RunProcess process = ProcessTest.fitted(ProcessTest.STEADY.runs);
        PropertyValues asked = ProcessHistories.properties("b", "m", 60_000);
        Grounds known = new ProcessOfHistory(process, ProcessTest.STEADY.runs)
                .around(asked, List.of())
                .grounds(new PlannedRun(8, asked));
        assertThat(known.runs()).isBetween(3, 20);
        assertThat(known.likeness()).isBetween(0.9, 1.0);
        assertThat(known.newest()).contains(ProcessHistories.START.plusDays(19));
        PropertyValues other = ProcessHistories.properties("z", "other", 60_000);
        Grounds unknown = new ProcessOfHistory(process, ProcessTest.STEADY.runs)
                .around(other, List.of())
                .grounds(new PlannedRun(8, other));
        assertThat(unknown.likeness()).isLessThan(0.8);
        assertThat(new ProcessOfHistory(process, List.of())
                        .around(asked, List.of())
                        .grounds(new PlannedRun(8, asked))
                        .runs())
                .isZero();
    }
}
