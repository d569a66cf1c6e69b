package io.bellamy.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.adaptation.ResidualKernel;
import io.bellamy.adaptation.ResidualPoint;
import io.bellamy.adaptation.ResidualPrior;
import io.bellamy.adaptation.ResidualPriorFit;
import io.bellamy.adaptation.RunNoiseFit;
import io.bellamy.features.FittedColumns;
import io.bellamy.features.FittedColumns.Standardised;
import io.bellamy.features.ScaleOutColumn;
import io.bellamy.job.Context;
import io.bellamy.job.Run;
import io.bellamy.model.Ensemble;
import io.bellamy.model.PerceptronShape;
import io.bellamy.model.PerceptronShape.Activation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is learned of contexts that were left out, by members that each say the same of every run. */
class TrainedEnsembleTest {

    private static final double MEAN = 4;
    private static final double DEVIATION = 0.5;

    /** 15 runs of 3 contexts; the runtime falls with the machines, what members say does not. */
    private final Configurations configurations =
            new Configurations(Context.of(SyntheticRuns.contexts(3), List.of("data_size_MB")));

    /** Members 0 and 1 did not see the first context, 2 and 3 the second, 4 and 5 the third. */
    private TrainedEnsemble saying(double... constants) {
        PerceptronShape shape = new PerceptronShape(1, 1, 1, Activation.TANH);
        FittedColumns columns = new FittedColumns(List.of(new Standardised(new ScaleOutColumn.LogScaleOut(), 0, 1)));
        List<Ensemble.Member> members = new ArrayList<>();
        for (double constant : constants) {
            // the fourth weight is the output's bias
            members.add(new Ensemble.Member(shape, columns, List.of(0f, 0f, 0f, (float) constant, 0f)));
        }
        return new TrainedEnsemble(
                new Ensemble(MEAN, DEVIATION, members), configurations, (member, context) -> member / 2 == context);
    }

    /**
     * Of the variance among members a part of 1/2 - 1/6 is gone where all six answer instead of two. All that the prior
     * believes becomes smaller by the root of what is left, but by no more than that of 0.8.
     */
    @ParameterizedTest
    @CsvSource({"0.5, 0", "1, 0", "1.5, 0.8", "2.5, 0.8"})
    void allMembersTogetherAreNearerThanThoseThatDidNotSeeAContext(double disagreement, double bound) {
        double[] constants = {
            disagreement, -disagreement, 0.3 + disagreement, 0.3 - disagreement, disagreement / 2, -disagreement / 2
        };
        ResidualPrior prior = saying(constants).prior();

        List<List<ResidualPoint>> points = new ArrayList<>();
        RunNoiseFit noise = new RunNoiseFit();
        double squared = 0;
        for (int row = 0; row < configurations.size(); row++) {
            Run run = configurations.example(row);
            int context = configurations.context(row);
            if (points.size() == context) {
                points.add(new ArrayList<>());
            }
            double said = MEAN + DEVIATION * (context == 1 ? 0.3 : 0);
            double residual = Math.log(run.runtime()) - said;
            squared += residual * residual / configurations.size();
            points.get(context).add(new ResidualPoint(run.scaleOut(), residual, 1));
            noise.add(run.scaleOut(), new double[] {Math.log(run.runtime())});
        }
        List<Double> knots = List.of(2, 4, 6, 8, 12).stream().map(Math::log).toList();
        ResidualKernel without =
                ResidualPriorFit.of(points, knots, noise.fit(knots, points)).kernel();

        // two values that are 2 d apart have a variance of 2 d d
        double variance = DEVIATION * DEVIATION * 2 * disagreement * disagreement * (1 + 1 + 0.25) / 3;
        double left = 1 - (1.0 / 2 - 1.0 / 6) * variance / squared;
        assertThat(left < 0.8).as("only the bound is reached").isEqualTo(bound > 0);
        double factor = Math.sqrt(Math.max(bound, left));
        assertThat(factor).isLessThan(0.99);
        assertThat(prior.kernel().offset() / without.offset()).isCloseTo(factor, within(1e-6));
        assertThat(prior.kernel().slope() / without.slope()).isCloseTo(factor, within(1e-6));
        assertThat(prior.kernel().radialBasis() / without.radialBasis()).isCloseTo(factor, within(1e-6));
        assertThat(prior.kernel().inverse() / without.inverse()).isCloseTo(factor, within(1e-6));
        assertThat(prior.kernel().lengthScale()).isEqualTo(without.lengthScale());
        for (int knot = 0; knot < knots.size(); knot++) {
            assertThat(prior.kernel().knots().get(knot).deviation()
                            / without.knots().get(knot).deviation())
                    .isCloseTo(factor, within(1e-6));
        }
    }

    @Test
    void membersThatAgreeAreNoNearerTogether() {
        double[] same = new double[6];
        Arrays.fill(same, 0.2);
        ResidualPrior prior = saying(same).prior();
        double[] apart = {0.7, -0.3, 0.7, -0.3, 0.7, -0.3};
        // those that did not see a context say the same on average
        assertThat(saying(apart).prior().kernel().offset())
                .isLessThan(0.999 * prior.kernel().offset());
        assertThat(saying(apart).prior().kernel().lengthScale())
                .isCloseTo(prior.kernel().lengthScale(), within(1e-4));
    }

    @Test
    void theHeldOutRunsAreToldByMembersThatDidNotSeeThem() {
        TrainedEnsemble trained = saying(1, 2, 3, 4, 5, 6);
        double[] said = {1.5, 3.5, 5.5};
        List<HeldOutContext> contexts = trained.heldOut(List.of("data_size_MB"));
        assertThat(contexts).hasSize(3);
        for (HeldOutContext context : contexts) {
            int number = new BigDecimal(context.properties().get("data_size_MB")).intValue() / 1000 - 1;
            assertThat(context.runs()).hasSize(5).allSatisfy(run -> assertThat(run.predicted())
                    .isCloseTo(Math.exp(MEAN + DEVIATION * said[number]), within(1e-4)));
        }
    }
}
