package io.bellamy.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.golden.GoldenData;
import io.bellamy.job.Companions;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Run;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CellKernelTest {

    /** Runs of C3O on days, of which some tell neither memory nor size. */
    private static List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        List<Run> all = GoldenData.load("c3o", "grep").runs();
        for (int i = 0; i < all.size(); i += 3) {
            Run run = all.get(i);
            Map<String, String> texts = new HashMap<>(run.properties().texts());
            if (i % 4 == 0) {
                texts.remove("memory");
            }
            if (i % 5 == 0) {
                texts.remove("data_size_MB");
            }
            runs.add(new Run(
                    run.scaleOut(),
                    run.runtime(),
                    PropertyValues.of(run.properties().definitions(), texts),
                    Optional.of(LocalDate.of(2026, 1, 1).plusDays(i / 3))));
        }
        return runs;
    }

    /** Answers must not change in a digit with how fast they are computed. */
    @Test
    void columnByColumnCovariancesAreThoseOfTwoPlacesToTheLastBit() {
        List<Run> runs = runs();
        ProcessColumns columns = ColumnsFit.of(GoldenData.PIPELINE, runs, Companions.NONE);
        Terms terms = new Terms(columns);
        double[] parameters = new double[terms.parameters()];
        for (int p = 0; p < parameters.length; p++) {
            parameters[p] = terms.believed(p) + Math.sin(p);
        }
        RunKernel kernel = new RunKernel(columns, terms.all(), parameters);
        List<Cell> cells = Cells.of(runs, columns, Relevances.ALIKE);
        CellKernel many = new CellKernel(kernel, cells);
        int compared = 0;
        for (Run run : runs) {
            for (OptionalDouble day : List.of(OptionalDouble.empty(), OptionalDouble.of(20_500))) {
                RunPlace place = columns.place(run.scaleOut() + 1, run.properties(), day, Relevances.ALIKE);
                double[] expected = cells.stream()
                        .mapToDouble(cell -> kernel.covariance(place, cell.place()))
                        .toArray();
                assertThat(many.like(place).covariances(place)).isEqualTo(expected);
                compared += expected.length;
            }
        }
        assertThat(columns.days()).isPresent();
        assertThat(compared).isGreaterThan(1000);
    }
}
