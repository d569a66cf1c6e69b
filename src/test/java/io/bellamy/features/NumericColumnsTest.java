package io.bellamy.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.features.FittedColumns.Standardised;
import io.bellamy.golden.GoldenData;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Run;
import io.bellamy.job.Runs;
import io.bellamy.numerics.TextNumbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NumericColumnsTest {

    private static final NumericColumns COLUMNS = new NumericColumns(GoldenData.PIPELINE);

    private final List<Run> kmeans = GoldenData.load("c3o", "kmeans").runs();

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("--k=25 0.001", List.of(25.0, 0.001), "--k=# #"),
                Arguments.of("m4.2xlarge", List.of(), "m4.2xlarge"),
                Arguments.of("100.0 150000000.0 0.5", List.of(100.0, 150000000.0, 0.5), "# # #"),
                Arguments.of(" -3e2,x:[+.5] ", List.of(-300.0, 0.5), "#,x:[#]"),
                Arguments.of("1e9999 v2", List.of(), "1e9999 v2"),
                Arguments.of("", List.of(), ""));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void takesTheNumbersOutOfATextWhereTheyAreWords(String text, List<Double> numbers, String rest) {
        assertThat(TextNumbers.of(text)).isEqualTo(new TextNumbers(numbers, rest));
    }

    private static Run run(int scaleOut, String... properties) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < properties.length; i += 2) {
            all.put(properties[i], properties[i + 1]);
        }
        return Runs.run(scaleOut, 10, all);
    }

    private static List<Column> columns(Run... runs) {
        return COLUMNS.fit(List.of(runs)).columns().stream()
                .map(Standardised::column)
                .toList();
    }

    @Test
    void numbersInTextsAreLogarithmsWhereAllArePositiveAndTheRestIsACategory() {
        assertThat(columns(
                        run(2, "job_args", "--k=25 0", "environment", "a 1"),
                        run(2, "job_args", "--k=5 -1", "environment", "b 1"),
                        run(2, "job_args", "--k=5 2", "environment", "a 1")))
                .contains(
                        new Column.NumberInText("job_args", 0, true),
                        new Column.NumberInText("job_args", 1, false),
                        new Column.Category("environment", "a #"),
                        new Column.Category("environment", "b #"))
                .noneMatch(column -> column.equals(new Column.NumberInText("environment", 0, true)))
                .noneMatch(column -> column.equals(new Column.Category("job_args", "--k=# #")));
        assertThat(new Column.NumberInText("job_args", 0, true)
                        .of(2, Runs.values(Map.of("job_args", "--k=25 0")))
                        .orElseThrow())
                .isCloseTo(Math.log(25), within(1e-12));
        assertThat(new Column.NumberInText("job_args", 0, true).of(2, Runs.values(Map.of("job_args", "--k=-25"))))
                .isEmpty();
        assertThat(new Column.NumberInText("job_args", 1, false).of(2, Runs.values(Map.of("job_args", "--k=25"))))
                .isEmpty();
    }

    @Test
    void whatIsTheSameInAllRunsOrInNoneIsNoColumn() {
        assertThat(columns(
                        run(2, "data_size_MB", "10", "memory", "64"),
                        run(4, "data_size_MB", "10", "memory", "128"),
                        run(8, "data_size_MB", "10", "memory", "256")))
                .containsExactlyInAnyOrder(
                        new ScaleOutColumn.LogScaleOut(),
                        new ScaleOutColumn.InverseScaleOut(),
                        new Column.AmountRatio("data_size_MB", "memory"));
    }

    /** Otherwise there would be no input at all, and no network. */
    @Test
    void thereIsAColumnEvenWhereEverythingIsConstant() {
        FittedColumns columns = COLUMNS.fit(List.of(run(4, "data_size_MB", "10")));
        assertThat(columns.columns()).isNotEmpty();
        assertThat(columns.apply(new ColumnValues(9, Runs.values(Map.of("data_size_MB", "99")))))
                .containsOnly(0);
    }

    @Test
    void whatARunDoesNotTellCountsAsUsual() {
        FittedColumns columns = COLUMNS.fit(kmeans);
        Map<String, String> texts = new HashMap<>(kmeans.get(0).properties().texts());
        texts.keySet().removeAll(List.of("memory", "slots", "data_size_MB"));
        PropertyValues known = Runs.values(texts);
        List<Boolean> empty = new ArrayList<>();
        double[] values = columns.apply(new ColumnValues(5, known));
        for (int i = 0; i < values.length; i++) {
            boolean none = columns.columns().get(i).column().of(5, known).isEmpty();
            empty.add(none);
            assertThat(Double.isFinite(values[i])).isTrue();
            assertThat(none && values[i] != 0).isFalse();
        }
        assertThat(empty).contains(true, false);
    }

    @Test
    void onlyWhatFollowsFromTheScaleOutLeavesThreeDeviations() {
        FittedColumns columns = COLUMNS.fit(kmeans);
        Map<String, String> odd = new HashMap<>(kmeans.get(0).properties().texts());
        odd.putAll(Map.of(
                "machine_type", "z9.never", "memory", "4000000000", "slots", "1", "data_size_MB", "90000000000"));
        odd.put("job_args", "1e80 1e-80 1e80");
        List<Column> beyond = new ArrayList<>();
        double[] values = columns.apply(new ColumnValues(1000, Runs.values(odd)));
        for (int i = 0; i < values.length; i++) {
            assertThat(Double.isFinite(values[i])).isTrue();
            if (Math.abs(values[i]) > 3) {
                beyond.add(columns.columns().get(i).column());
            }
        }
        assertThat(beyond).contains(new ScaleOutColumn.LogScaleOut()).allMatch(Column::dependsOnScaleOut);
        assertThat(values).contains(3);
    }

    @Test
    void refitStandardisesTheSameColumnsByOtherRuns() {
        FittedColumns all = COLUMNS.fit(kmeans);
        List<Run> some = kmeans.stream()
                .filter(run ->
                        run.essential("machine_type").equals(kmeans.get(0).essential("machine_type")))
                .toList();
        FittedColumns refit = all.refit(some);
        assertThat(refit.columns())
                .extracting(Standardised::column)
                .isEqualTo(all.columns().stream().map(Standardised::column).toList());
        List<double[]> rows = some.stream()
                .map(run -> refit.apply(new ColumnValues(run.scaleOut(), run.properties())))
                .toList();
        int constant = 0;
        for (int i = 0; i < refit.columns().size(); i++) {
            int column = i;
            double mean =
                    rows.stream().mapToDouble(row -> row[column]).average().orElseThrow();
            double square = rows.stream()
                    .mapToDouble(row -> row[column] * row[column])
                    .average()
                    .orElseThrow();
            assertThat(mean).isCloseTo(0, within(1e-9));
            assertThat(square).isLessThan(1 + 1e-9);
            constant += square == 0 ? 1 : 0;
        }
        assertThat(constant).isBetween(1, refit.columns().size() - 1);
        assertThat(all.refit(kmeans)).isEqualTo(all);
    }
}
