package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** A user's own four contexts, evaluated through the real command line. */
class EvaluateTest extends EvaluateCases {

    @Test
    void printsTheTableAndSaysWhatCanNotBeDone() throws IOException {
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.err()).contains("own: 5 contexts of 2 algorithms, 8 methods, 3 splits");
        assertThat(first.out())
                .contains("mean relative error", "mean absolute error, seconds", "all, 4 contexts")
                .containsPattern("(?m)^bellamy .*\\d\\.\\d{3}")
                .contains("note: lonely: 1 of 1 context has no other to learn from")
                .contains("note: lonely: extrapolation with 0 training points can be asked about 0 of 1 context")
                .contains("note: all: interpolation with 3 training points can be asked about 0 of 4 contexts")
                .contains("note: all: extrapolation with 6 training points can be asked about 0 of 4 contexts")
                .containsPattern("note: bell answered 0 of \\d+ questions with 0 training points")
                .contains("(2 of 3 splits)");
        assertThat(folder.resolve("first/table.txt")).hasContent(first.out());
    }

    @Test
    void writesEveryPredictionASummaryAndAPage() throws IOException {
        List<CSVRecord> rows = predictions("first");
        // of three scale-outs with 0 or 1 known those outside can be asked about, with 2 those on both sides
        int questions = 4 * 3 * (1 + 1 + 2);
        int ofTrees = 4 * 2 * (1 + 1 + 2);
        assertThat(rows).filteredOn(row -> row.get("algorithm").equals("all")).hasSize(5 * questions + 3 * ofTrees);
        // without support nothing is asked before there is a point
        assertThat(rows)
                .filteredOn(row -> row.get("algorithm").equals("lonely"))
                .hasSize(5 * 3 + 3 * 2)
                .allMatch(row -> row.get("n").equals("1"));
        assertThat(rows)
                .filteredOn(row -> row.get("method").equals("bellamy"))
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(Double.parseDouble(row.get("predicted"))).isPositive());
        JsonNode summary = JSON.readTree(folder.resolve("first/summary.json").toFile());
        assertThat(Schemas.of("evaluation").validate(summary)).isEmpty();
        assertThat(summary.get("figures").findValuesAsText("algorithm")).contains("all", "(all)");
        assertThat(folder.resolve("first/report.html"))
                .content()
                .startsWith("<!DOCTYPE html>")
                .contains("bellamy");
        try (Stream<Path> entries = Files.list(folder.resolve("first"))) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            ".bellamy-evaluation",
                            "parts",
                            "predictions.csv",
                            "report.html",
                            "summary.json",
                            "table.txt");
        }
    }

    @Test
    void theSameSeedGivesTheSamePredictionsAndAnotherOthers() throws IOException {
        assertThat(run("again", "--splits", "3").exitCode()).isZero();
        assertThat(folder.resolve("again/predictions.csv"))
                .hasSameBinaryContentAs(folder.resolve("first/predictions.csv"));
        Bellamy other = run("other", "--splits", "3", "--seed", "1", "--methods", "bellamy");
        assertThat(other.exitCode()).as(other.err()).isZero();
        assertThat(predictions("other"))
                .extracting(row -> row.get("predicted"))
                .isNotEqualTo(predictions("first").stream()
                        .filter(row -> row.get("method").equals("bellamy"))
                        .map(row -> row.get("predicted"))
                        .toList());
    }

    @Test
    void resumeTakesUpFinishedPartsOfTheSameSettingsOnly() throws IOException {
        String[] settings = {"--splits", "2", "-a", "all", "--methods", "ernest,scaled", "--resume", "-o", "json"};
        assertThat(run("resumed", settings).exitCode()).isZero();
        Path ernest = folder.resolve("resumed/parts/all-ernest.json");
        Path scaled = folder.resolve("resumed/parts/all-scaled.json");
        mark(ernest);
        Files.delete(scaled);
        Bellamy resumed = run("resumed", settings);
        assertThat(seconds(resumed, "ernest")).isEqualTo(12345);
        assertThat(scaled).exists();

        // more algorithms do not make the part stale, another seed does
        assertThat(seconds(run("resumed", "--splits", "2", "--methods", "ernest", "--resume", "-o", "json"), "ernest"))
                .isGreaterThan(12345);
        Bellamy otherSeed = run(
                "resumed",
                Stream.concat(Stream.of(settings), Stream.of("--seed", "5")).toArray(String[]::new));
        assertThat(seconds(otherSeed, "ernest")).isLessThan(12345);
    }

    @Test
    void withoutResumeEverythingIsDoneAgain() throws IOException {
        String[] settings = {"--splits", "2", "-a", "all", "--methods", "ernest", "-o", "json"};
        assertThat(run("redone", settings).exitCode()).isZero();
        mark(folder.resolve("redone/parts/all-ernest.json"));
        assertThat(seconds(run("redone", settings), "ernest")).isLessThan(12345);
    }
}
