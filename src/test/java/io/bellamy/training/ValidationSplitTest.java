package io.bellamy.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellamy.golden.GoldenData;
import io.bellamy.job.Run;
import io.bellamy.job.Runs;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationSplitTest {

    private static final List<String> ESSENTIAL =
            List.of("machine_type", "job_args", "data_size_MB", "data_characteristics", "environment");

    private final List<Run> grep = GoldenData.load("c3o", "grep").runs();

    @Test
    void theStratifiedSplitTakesOneOfEveryFiveRepetitions() {
        ValidationSplit.Rows rows = split(ValidationSplit.STRATIFIED, grep, 3);
        assertThat(rows.training()).hasSize(648);
        Map<List<Object>, Long> perGroup = rows.validation().stream()
                .map(grep::get)
                .collect(
                        Collectors.groupingBy(run -> List.of(run.scaleOut(), run.properties()), Collectors.counting()));
        assertThat(perGroup).hasSize(162).allSatisfy((group, count) -> assertThat(count)
                .isEqualTo(1));
    }

    @Test
    void theSplitByContextSharesNoContext() {
        ValidationSplit.Rows rows = split(ValidationSplit.BY_CONTEXT, grep, 3);
        assertThat(contexts(rows.training())).doesNotContainAnyElementsOf(contexts(rows.validation()));
        assertThat(rows.validation().size()).isBetween(162, 162 + 29);
    }

    @ParameterizedTest
    @EnumSource(ValidationSplit.class)
    void everyRowIsInOnePartAndTheSeedDecidesWhich(ValidationSplit split) {
        ValidationSplit.Rows rows = split(split, grep, 3);
        List<Integer> all = new ArrayList<>(rows.training());
        all.addAll(rows.validation());
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, grep.size()).boxed().toList());
        assertThat(split(split, grep, 3)).isEqualTo(rows);
        assertThat(split(split, grep, 4)).isNotEqualTo(rows);
    }

    /** The original fails on a group with one row. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 7})
    void groupsOfOneRunDoNotFail(int runs) {
        List<Run> single = IntStream.range(0, runs)
                .mapToObj(i -> Runs.run(i + 1, 10, Map.of("machine_type", "m1")))
                .toList();
        ValidationSplit.Rows rows = split(ValidationSplit.STRATIFIED, single, 1);
        assertThat(rows.validation()).isNotEmpty().hasSize((int) Math.ceil(0.2 * runs));
        assertThat(rows.training()).hasSize(runs - rows.validation().size());
    }

    @Test
    void aSingleRunIsLearnedFromAndValidated() {
        ValidationSplit.Rows rows = split(ValidationSplit.STRATIFIED, grep.subList(0, 1), 1);
        assertThat(rows).isEqualTo(new ValidationSplit.Rows(List.of(0), List.of(0)));
    }

    @Test
    void oneContextCanNotBeSplitByContext() {
        assertThatThrownBy(() -> split(ValidationSplit.BY_CONTEXT, grep.subList(0, 5), 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("pretraining.split: 'by_context' must be 'stratified'");
    }

    private List<List<String>> contexts(List<Integer> rows) {
        return rows.stream()
                .map(row -> ESSENTIAL.stream().map(grep.get(row)::essential).toList())
                .distinct()
                .toList();
    }

    private static ValidationSplit.Rows split(ValidationSplit split, List<Run> runs, long seed) {
        List<String> keys = new ArrayList<>(ESSENTIAL);
        keys.add(ValidationSplit.SCALE_OUT);
        PretrainingOptions options =
                new PretrainingOptions(1, 64, 0, split, 0.2, keys, new Hyperparameters(0, 0.001, 0));
        return split.of(runs, options, ESSENTIAL, new Seed(seed).generator());
    }
}
