package io.bellamy.histories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellamy.cli.Evaluating;
import io.bellamy.histories.Errors.Compared;
import io.bellamy.histories.Evaluated.Column;
import io.bellamy.histories.Evaluated.Right;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is evaluated on variants of C3O is averaged as an evaluation does it. */
class VariantScoreTest {

    @TempDir
    private Path folder;

    @Test
    void figuresAreThoseOfTheEvaluation() throws IOException {
        C3oVariant.OUTLIERS.write(folder, 1);
        Path results = folder.resolve("results");
        Evaluating.scaled(results, "-tt", "outliers", "--data-dir", folder.toString(), "--splits", "2");
        Map<Column, List<Compared>> raw = Evaluated.read(results, "scaled", "all", Right.MEASURED);
        Map<String, Double> summary = new HashMap<>();
        new ObjectMapper()
                .readTree(Files.readString(results.resolve("summary.json")))
                .get("figures")
                .valueStream()
                .filter(figures -> figures.get("algorithm").asText().equals("(all)"))
                .forEach(figures -> summary.put(
                        figures.get("kind").asText() + ", n = "
                                + figures.get("n").asText(),
                        figures.at("/relative_error/mean").asDouble()));
        assertThat(raw).hasSizeGreaterThan(6);
        assertThat(raw.keySet().stream().map(Column::toString).collect(Collectors.joining("; ")))
                .startsWith("interpolation, n = 2; interpolation, n = 3")
                .endsWith("extrapolation, n = 5");
        raw.forEach((column, all) -> {
            if (!Double.isNaN(Errors.of(all).relative())) {
                assertThat(Errors.of(all).relative()).isCloseTo(summary.get(column.toString()), within(1e-6));
            }
        });

        Map<Column, List<Compared>> right =
                Evaluated.read(results, "scaled", "all", VariantRun.clean(folder.resolve("outliers")));
        assertThat(right.values().stream().flatMap(List::stream).mapToDouble(Compared::right))
                .as("no run that straggled")
                .allMatch(seconds -> seconds == Math.rint(seconds));
    }

    @Test
    void aRunIsHeldByTheIntervalThatItLiesIn() throws IOException {
        Files.writeString(folder.resolve("predictions.csv"), """
                algorithm,context,n,kind,actual,predicted,lower_90,upper_90,method
                grep,a,2,interpolation,100,110,90,120,bellamy
                grep,a,2,interpolation,100,110,101,120,bellamy
                grep,a,2,interpolation,100,90,80,99,bellamy
                sgd,a,2,interpolation,100,100,,,bellamy
                grep,a,2,interpolation,100,500,90,120,scaled
                grep,a,3,interpolation,100,,,,bellamy
                """);
        Map<Column, List<Compared>> evaluated = Evaluated.read(folder, "bellamy", "all", (name, seconds) -> 200);
        assertThat(evaluated.get(new Column("all", "interpolation", 2)))
                .containsExactly(
                        new Compared("grep: a", 110, 200, true),
                        new Compared("grep: a", 110, 200, false),
                        new Compared("grep: a", 90, 200, false),
                        new Compared("sgd: a", 100, 200, false));
        assertThat(evaluated.get(new Column("all", "interpolation", 3)))
                .containsExactly(new Compared("grep: a", Double.NaN, 200, false));

        Path measured = Files.writeString(folder.resolve("measured.csv"), """
                request,known,scale_out,seconds
                0,6,4,100
                0,6,4,121
                0,6,8,100
                1,6,4,89
                """);
        String forecast = "{\"scale_out\": 4, \"runtime_seconds\": 110,"
                + " \"interval\": {\"lower_seconds\": 90, \"upper_seconds\": 120}}";
        Path answers = Files.writeString(
                folder.resolve("answers.jsonl"), ("{\"answer\": {\"predictions\": [" + forecast + "]}}\n").repeat(2));
        assertThat(VariantRun.scored(measured, answers).get(new Column(VariantRun.ALL, "held out", 6)))
                .containsExactly(
                        new Compared("0", 110, 100, true),
                        new Compared("0", 110, 121, false),
                        new Compared("0", Double.NaN, 100, false),
                        new Compared("1", 110, 89, false));
    }

    @Test
    void errorsAreMeansOfContextsMeans() {
        List<Compared> all = List.of(
                new Compared("a", 120, 100, true),
                new Compared("a", 90, 100, true),
                new Compared("a", Double.NaN, 100, false),
                new Compared("b", 50, 100, false));
        Errors errors = Errors.of(all);
        assertThat(errors.relative()).isCloseTo((0.15 + 0.5) / 2, within(1e-12));
        assertThat(errors.signed()).isCloseTo((0.05 - 0.5) / 2, within(1e-12));
        assertThat(errors.held()).isEqualTo(0.5);
        assertThat(errors.answered()).isEqualTo(3);
        assertThat(errors.asked()).isEqualTo(4);
        VariantAim aim = VariantAim.of(C3oVariant.OUTLIERS, new Column("", "interpolation", 2));
        assertThat(aim.isNearEnough(errors)).isFalse();
        assertThat(aim.isStraightEnough(errors)).isFalse();
        assertThat(VariantAim.of(C3oVariant.SINGLE, new Column("", "held out", 6))
                        .isSureEnough(errors))
                .isFalse();
    }
}
