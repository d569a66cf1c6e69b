package io.bellamy.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.job.PropertyDefinition;
import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.PropertyKind;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Run;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunsDigestTest {

    private static final PropertyDefinitions NAMES = PropertyDefinitions.NONE;

    private static Run run(int scaleOut, double runtime, Map<String, String> texts, String day, boolean finished) {
        return new Run(
                scaleOut,
                runtime,
                PropertyValues.of(NAMES, texts),
                Optional.of(day).filter(text -> !text.isEmpty()).map(LocalDate::parse),
                finished);
    }

    @Test
    void allThatARunTellsCounts() {
        Run one = run(2, 10, Map.of("a", "1", "b", "2"), "2026-01-02", true);
        Run other = run(4, 20, Map.of("a", "1"), "", true);
        PropertyDefinitions numbers =
                PropertyDefinitions.of(List.of(new PropertyDefinition("a", PropertyKind.NUMBER, Optional.empty())));
        assertThat(RunsDigest.of(NAMES, List.of(one, other)))
                .isEqualTo(RunsDigest.of(
                        NAMES, List.of(run(2, 10, Map.of("b", "2", "a", "1"), "2026-01-02", true), other)));
        assertThat(Stream.of(
                                List.of(one, other),
                                List.of(other, one),
                                List.of(one),
                                List.of(run(3, 10, Map.of("a", "1", "b", "2"), "2026-01-02", true), other),
                                List.of(run(2, 11, Map.of("a", "1", "b", "2"), "2026-01-02", true), other),
                                List.of(run(2, 10, Map.of("a", "12", "b", ""), "2026-01-02", true), other),
                                List.of(run(2, 10, Map.of("a", "1", "c", "2"), "2026-01-02", true), other),
                                List.of(run(2, 10, Map.of("a", "1", "b", "2"), "2026-01-03", true), other),
                                List.of(run(2, 10, Map.of("a", "1", "b", "2"), "", true), other),
                                List.of(run(2, 10, Map.of("a", "1", "b", "2"), "2026-01-02", false), other))
                        .map(runs -> RunsDigest.of(NAMES, runs)))
                .doesNotHaveDuplicates()
                .doesNotContain(RunsDigest.of(numbers, List.of(one, other)));
    }
}
