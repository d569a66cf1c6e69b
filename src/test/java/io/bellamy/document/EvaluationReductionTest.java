package io.bellamy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.cli.Evaluating;
import io.bellamy.document.EvaluationResult.Cell;
import io.bellamy.document.EvaluationResult.Change;
import io.bellamy.document.EvaluationResult.Column;
import io.bellamy.document.EvaluationResult.Hardest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of an evaluation is what it printed. */
class EvaluationReductionTest {

    private static final Measured MEASURED =
            new Measured("./bellamy evaluate -tt c3o", "0.1.0, 1234567", "2026-01-31", "2 cores", Optional.of(60.5));

    @Test
    void keepsWhatWasPrintedAndReadsItAgain(@TempDir Path folder) throws IOException {
        Evaluating.into(
                folder, "-a", "grep", "--contexts", "2", "--splits", "4", "--tree-splits", "1", "--points", "1-3");
        EvaluationResult result = EvaluationReduction.of(folder, MEASURED);
        Path kept = folder.resolve("kept.json");
        Files.writeString(kept, result.text());
        assertThat(EvaluationResult.read(kept)).isEqualTo(result);
        assertThat(result.splits()).isEqualTo(4);
        assertThat(result.fewSplits()).isEqualTo(1);
        Cell printed =
                result.find("grep", "scaled", new Column("interpolation", 2)).orElseThrow();
        assertThat(Files.readString(folder.resolve("table.txt")))
                .contains(String.format(Locale.ROOT, "%.3f", printed.error()))
                .contains("grep, " + printed.contexts() + " contexts");
        // the forest answered nothing but these splits, so its figures are those of all
        for (Column column : result.columns()) {
            assertThat(EvaluationResult.find(result.ofFewSplits(), "grep", "forest", column)
                            .orElseThrow()
                            .error())
                    .isCloseTo(
                            result.find("grep", "forest", column).orElseThrow().error(), within(1e-6));
        }
        assertThat(EvaluationResult.find(result.ofFewSplits(), "grep", "scaled", new Column("interpolation", 2))
                        .orElseThrow()
                        .asked())
                .as("one split of two contexts")
                .isEqualTo(2);
        assertThat(result.onePointMore()).extracting(Change::n).containsExactly(1, 2);
    }

    /** Context a is asked about one scale-out with one point and with two, context b about others. */
    @Test
    void comparesTheSamePlacesAndFindsTheHardestContext(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("summary.json"), """
                {"protocol": {"splits": 2}, "seed": 7, "methods": [{"name": "ours", "most_splits": 2}], "figures": []}
                """);
        Files.writeString(folder.resolve("predictions.csv"), """
                algorithm,context,n,kind,split,scale_out,actual,predicted,method
                sort,a,1,extrapolation,0,4,100,120,ours
                sort,a,1,extrapolation,1,4,100,140,ours
                sort,a,2,extrapolation,0,4,100,90,ours
                sort,b,1,extrapolation,0,8,100,125,ours
                sort,b,1,extrapolation,0,8,100,100,theirs
                sort,b,2,extrapolation,0,6,100,150,ours
                sort,b,2,extrapolation,1,6,100,,ours
                """);
        EvaluationResult result = EvaluationReduction.of(folder, MEASURED);
        assertThat(result.seed()).isEqualTo(7);
        assertThat(result.onePointMore()).containsExactly(new Change(1, -0.2));
        assertThat(result.hardest())
                .containsExactly(
                        new Hardest("sort", "extrapolation", 1, "a", Map.of("ours", 0.3)),
                        new Hardest("sort", "extrapolation", 2, "b", Map.of("ours", 0.5)));
    }
}
