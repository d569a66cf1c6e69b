package io.bellamy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.job.Companions;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is learned by foretelling days from those before them. */
class ForetoldDaysTest {

    /** The deviation that is believed before anything was foretold or held out. */
    private static final double UNLEARNED =
            new LogVarianceFit(0, 2).of(List.of()).deviation();

    /** A level that jumps now and then is known once runs after it are; those before it did not tell. */
    @Test
    void whatIsToComeIsNotKnownFromWhatCameAfterIt() {
        SplittableRandom random = new SplittableRandom(8);
        List<Run> runs = new ArrayList<>();
        double level = 0;
        for (int day = 0; day < 60; day++) {
            level = day % 5 == 0 ? 0.25 * random.nextGaussian() : level;
            for (int scaleOut : List.of(4, 8, 16)) {
                double log = 6 - 0.7 * Math.log(scaleOut) + level + 0.01 * random.nextGaussian();
                PropertyValues properties = ProcessHistories.properties("a", "m", 10_000);
                runs.add(new Run(
                        scaleOut, Math.exp(log), properties, Optional.of(ProcessHistories.START.plusDays(day))));
            }
        }
        double noise = 2 * Math.log(0.01);
        assertThat(ProcessTest.fitted(runs).spread().nugget().level()).isGreaterThan(noise + 1);
    }

    /** One that is far from the others begins late; once begun, it stays as it is. */
    @Test
    void aJobThatBeginsIsNoSurpriseAboutThoseThatAreKnown() {
        SplittableRandom random = new SplittableRandom(9);
        List<Run> runs = new ArrayList<>();
        for (int job = 0; job < 3; job++) {
            PropertyValues properties = ProcessHistories.properties("job" + job, "m", 10_000);
            for (int run = 0; run < 12; run++) {
                int scaleOut = 4 << run % 3;
                double log = (job == 2 ? 9 : 5) - 0.6 * Math.log(scaleOut) + 0.03 * random.nextGaussian();
                runs.add(new Run(
                        scaleOut,
                        Math.exp(log),
                        properties,
                        Optional.of(ProcessHistories.START.plusDays((job == 2 ? 14 : 0) + run))));
            }
        }
        double noise = 2 * Math.log(0.03);
        LogVariance nugget = ProcessTest.fitted(runs).spread().nugget();
        assertThat(nugget.level()).isLessThan(noise - 1.5);
        // less than what is believed before anything was foretold
        assertThat(nugget.deviation())
                .isLessThan(0.9 * new LogVarianceFit(0, 2).of(List.of()).deviation());
    }

    /** A campaign: no job was run on two days, so that nobody knows how days differ. */
    @Test
    void ofJobsThatHaveADayOfTheirOwnNothingIsLearnedOfOtherDays() {
        SplittableRandom random = new SplittableRandom(10);
        List<Run> runs = new ArrayList<>();
        for (int job = 0; job < 5; job++) {
            PropertyValues properties = ProcessHistories.properties("job" + job, "m", 10_000);
            for (int run = 0; run < 12; run++) {
                int scaleOut = 2 + run;
                double log = 5 - 0.6 * Math.log(scaleOut) + 0.02 * random.nextGaussian();
                runs.add(new Run(
                        scaleOut, Math.exp(log), properties, Optional.of(ProcessHistories.START.plusDays(2L * job))));
            }
        }
        assertThat(ProcessTest.fitted(runs).spread().nugget().deviation()).isCloseTo(UNLEARNED, within(1e-9));
    }

    /** The days of others are no reason to foretell what has no days. */
    @Test
    void runsWithoutDaysBesideOthersWithThemAreHeldOut() {
        List<Run> own = new ArrayList<>();
        ProcessTest.STEADY
                .runs
                .subList(0, 15)
                .forEach(run -> own.add(new Run(run.scaleOut(), run.runtime(), run.properties(), Optional.empty())));
        List<Run> others = new ProcessHistories(4).job("p", "m", 100, 1, 0).job("q", "m", 100, 1, 0).runs;
        RunProcess process = ProcessFit.of(
                        ProcessHistories.PIPELINE, own, new Companions("own", List.of(), Map.of("others", others)))
                .orElseThrow()
                .process();
        assertThat(process.columns().days()).isPresent();
        assertThat(process.spread().nugget().deviation()).isLessThan(0.95 * UNLEARNED);
    }
}
