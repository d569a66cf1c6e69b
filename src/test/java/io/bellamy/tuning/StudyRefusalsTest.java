package io.bellamy.tuning;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What a study does not take. */
class StudyRefusalsTest {

    @Test
    void refusesAStateThatIsNotOfSuchAStudy() {
        Study full = StudyTest.study(new RandomSampler(), 3, OptionalDouble.empty());
        StudyTest.start(full);
        StudyTest.start(full);
        Study.StudyState state = full.state();
        Study smaller = StudyTest.study(new RandomSampler(), 1, OptionalDouble.empty());
        assertThatIllegalArgumentException().isThrownBy(() -> smaller.restore(state));
        assertThatIllegalArgumentException().isThrownBy(() -> full.restore(state));
        Study.StudyState foreign = new Study.StudyState(List.of(new Trial(0, Map.of("lr", 0.1))), List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StudyTest.study(new RandomSampler(), 3, OptionalDouble.empty())
                        .restore(foreign));
        Study.StudyState ofNone = new Study.StudyState(state.trials(), List.of(new Study.TrialReport(2, 1, 0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StudyTest.study(new RandomSampler(), 3, OptionalDouble.empty())
                        .restore(ofNone));
    }

    @Test
    void refusesReportsOutOfOrder() {
        Study study = StudyTest.study(new RandomSampler(), 2, OptionalDouble.empty());
        Trial trial = StudyTest.start(study);
        study.report(trial, 5, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> study.report(trial, 5, 1))
                .withMessage("epoch of trial 0 is 5: it must be above the last, 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> study.report(new Trial(1, trial.parameters()), 1, 1))
                .withMessageEndingWith("is not a trial of this study");
        study.report(trial, 10, 1);
        assertThatIllegalStateException()
                .isThrownBy(() -> study.report(trial, 11, 1))
                .withMessage("trial 0 has ended (COMPLETE) and must not report again");
    }

    @Test
    void refusesASamplerThatLeavesTheSpace() {
        Study outside = StudyTest.study(
                (space, finished, pending, random) -> StudyTest.SPACE.fill(parameter -> 0.1),
                1,
                OptionalDouble.empty());
        Study unknown =
                StudyTest.study((space, finished, pending, random) -> Map.of("lr", 0.1), 1, OptionalDouble.empty());

        assertThatIllegalArgumentException()
                .isThrownBy(outside::next)
                .withMessage("weight_decay is 0.1: it must be in Choices[values=[0.01, 0.001, 1.0E-4]]");
        assertThatIllegalArgumentException()
                .isThrownBy(unknown::next)
                .withMessage("parameters are [lr]: they must be [dropout, lr, weight_decay] in this order");
    }
}
