package io.bellamy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.adaptation.RuntimeDistribution;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs whose runs scatter more than those of others. */
class JobNoisesTest {

    private static final Map<String, Double> NOISES =
            Map.of("a", 0.01, "b", 0.01, "c", 0.03, "d", 0.03, "e", 0.12, "f", 0.12);

    private static List<Run> runs(int count, boolean dated, Map<String, Double> noises, double stragglers) {
        SplittableRandom random = new SplittableRandom(5);
        List<Run> runs = new ArrayList<>();
        for (String job : List.of("a", "b", "c", "d", "e", "f")) {
            for (int run = 0; run < count; run++) {
                int scaleOut = List.of(4, 8, 12, 16).get(random.nextInt(4));
                int size = 50_000 + 2_000 * random.nextInt(10);
                double late = random.nextDouble() < stragglers ? 2 + random.nextDouble() : 1;
                runs.add(new Run(
                        scaleOut,
                        ProcessHistories.truth(job, scaleOut, size)
                                * late
                                * Math.exp(noises.get(job) * random.nextGaussian()),
                        ProcessHistories.properties(job, "m", size),
                        dated ? Optional.of(ProcessHistories.START.plusDays(run)) : Optional.empty()));
            }
        }
        return runs;
    }

    private static RuntimeDistribution forecast(RunProcess process, List<Run> known, String job) {
        PropertyValues asked = ProcessHistories.properties(job, "m", 60_000);
        return ProcessTest.forecast(process, known, 8, asked, List.of());
    }

    /** Half the width of 90 % of runs, in ln seconds. */
    private static double half(RunProcess process, List<Run> known, String job) {
        RuntimeDistribution runtime = forecast(process, known, job);
        return Math.log(runtime.quantile(0.95) / runtime.quantile(0.05)) / 2;
    }

    @ParameterizedTest
    @CsvSource({"60, true", "60, false", "20, true"})
    void intervalsAreAsWideAsTheRunsOfTheJobScatter(int count, boolean dated) {
        List<Run> known = runs(count, dated, NOISES, 0);
        RunProcess process = ProcessTest.fitted(known);
        assertThat(process.scatter().share()).isZero();
        NOISES.forEach((job, noise) -> {
            double wanted = 1.645 * noise;
            assertThat(half(process, known, job)).as(job).isBetween(0.65 * wanted, 2 * wanted + 0.01);
            double truth = ProcessHistories.truth(job, 8, 60_000);
            assertThat(Math.log(forecast(process, known, job).median() / truth))
                    .as(job)
                    .isCloseTo(0, within(0.6 * noise + 0.01));
        });
    }

    private static List<Run> repeated(Map<String, Double> noises, double moreOnFewMachines) {
        SplittableRandom random = new SplittableRandom(11);
        List<Run> runs = new ArrayList<>();
        for (String job : noises.keySet().stream().sorted().toList()) {
            for (int scaleOut : List.of(2, 4, 6, 8, 12, 16)) {
                for (int run = 0; run < 5; run++) {
                    double more = scaleOut == 2 && job.compareTo("d") > 0 ? moreOnFewMachines * random.nextDouble() : 0;
                    double noise = noises.get(job) * random.nextGaussian();
                    runs.add(new Run(
                            scaleOut,
                            ProcessHistories.truth(job, scaleOut, 60_000) * Math.exp(noise + more),
                            ProcessHistories.properties(job, "m", 60_000),
                            Optional.empty()));
                }
            }
        }
        return runs;
    }

    @Test
    void repetitionsTellIt() {
        List<Run> known = repeated(NOISES, 0);
        RunProcess process = ProcessTest.fitted(known);
        NOISES.forEach((job, noise) -> {
            double wanted = 1.645 * noise;
            assertThat(half(process, known, job)).as(job).isBetween(0.65 * wanted, 2 * wanted + 0.01);
        });
    }

    /** Though what is known of it tells nothing of its noise. */
    @Test
    void twoRunsOfASteadyJobTellMoreOfIt() {
        List<Run> known = runs(60, false, NOISES, 0);
        RunProcess process = ProcessTest.fitted(known);
        List<Run> few = new ArrayList<>(known.subList(60, known.size()));
        few.addAll(known.subList(0, 2));
        assertThat(half(process, few, "a")).isLessThan(0.06);
    }

    /** Where machines are too few for a job nothing is steady, and where they are not it is as steady as others. */
    @Test
    void oneConfigurationThatScattersMakesNoJobUnsteady() {
        Map<String, Double> alike = Map.of("a", 0.02, "b", 0.02, "c", 0.02, "d", 0.02, "e", 0.02, "f", 0.02);
        assertThat(ProcessTest.fitted(repeated(alike, 1)).noises()).isEqualTo(JobNoises.ALIKE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1})
    void whereNoneDiffersAllAreAlike(double stragglers) {
        Map<String, Double> alike = Map.of("a", 0.03, "b", 0.03, "c", 0.03, "d", 0.03, "e", 0.03, "f", 0.03);
        RunProcess process = ProcessTest.fitted(runs(40, true, alike, stragglers));
        assertThat(process.noises()).isEqualTo(JobNoises.ALIKE);
        assertThat(process.scatter().share()).isCloseTo(stragglers, within(0.04));
        assertThat(process.scatter().deviation()).isCloseTo(0.03, within(0.01));
    }

    /** Nor are stragglers noise, nor is noise stragglers. */
    @Test
    void stragglersAreKnownBesideJobsThatScatter() {
        List<Run> known = runs(60, true, NOISES, 0.1);
        RunProcess process = ProcessTest.fitted(known);
        assertThat(process.scatter().share()).isBetween(0.04, 0.16);
        assertThat(process.scatter().shift()).isBetween(0.5, 1.2);
        double steady = process.noises().factor(List.of("m", "a"));
        double unsteady = process.noises().factor(List.of("m", "e"));
        assertThat(Math.sqrt(unsteady / steady)).isBetween(6.0, 18.0);
    }

    @Test
    void ofAJobThatNobodyKnowsNeitherIsKnown() {
        List<Run> known = new ArrayList<>(runs(40, true, NOISES, 0));
        RunProcess process = ProcessTest.fitted(known);
        PropertyValues asked = ProcessHistories.properties("b2", "m", 60_000);
        for (int run = 0; run < 6; run++) {
            known.add(new Run(8, 100, asked, Optional.of(ProcessHistories.START.plusDays(40 + run))));
        }
        double half = half(process, known, "b2");
        assertThat(half).isBetween(0.05, 0.4);
        assertThat(process.noises().of(List.of("m", "b2"), process.scatter()).freedom())
                .isLessThan(2);
    }
}
