package io.bellamy.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellamy.browser.Browser;
import io.bellamy.evaluation.EvaluationRun;
import io.bellamy.evaluation.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationHtmlTest {

    @TempDir
    Path folder;

    @Test
    void keepsHostileNamesInsideTheData() throws IOException {
        String html = new EvaluationHtml().render(SmallEvaluation.run());
        assertThat(html).contains("default-src 'none'", "Permission is hereby granted", "\\u2028");
        assertThat(html).doesNotContain(SmallEvaluation.SCRIPT, SmallEvaluation.IMAGE, "sourceMappingURL", "{{style}}");
        JsonNode data = data(html);
        assertThat(data.get("seed").textValue()).isEqualTo(Long.toString(Long.MAX_VALUE));
        assertThat(data.get("contexts"))
                .extracting(JsonNode::textValue)
                .containsExactly(SmallEvaluation.SCRIPT, SmallEvaluation.FORMULA, SmallEvaluation.PLAIN);
    }

    @Test
    void showsASampleOfManyPredictionsAlwaysTheSame() throws IOException {
        EvaluationRun small = SmallEvaluation.run();
        List<Outcome> many = Stream.generate(() -> small.outcomes().stream())
                .limit(1000)
                .flatMap(outcomes -> outcomes)
                .toList();
        EvaluationRun large = new EvaluationRun(
                small.target(),
                small.configuration(),
                small.protocol(),
                small.seed(),
                small.methods(),
                many,
                small.notes());
        String html = new EvaluationHtml().render(large);
        assertThat(data(html).get("points")).isNotEmpty().allMatch(points -> points.size() == 2000);
        assertThat(new EvaluationHtml().render(large)).isEqualTo(html);
    }

    @Test
    void isDrawnByABrowserWithoutAnErrorAndNothingIsInjected() throws IOException {
        Path page =
                Files.writeString(folder.resolve("report.html"), new EvaluationHtml().render(SmallEvaluation.run()));
        Visit visit = visit(page);
        assertThat(visit.console()).isEmpty();
        assertThat(visit.document())
                .contains(
                        "data-rendered=\"yes\"",
                        "data-charts=\"7\"",
                        "<td class=\"best\" title=\"3 of 4 questions answered, in 3 contexts\">0.007")
                .doesNotContain("data-injected=");
        // two of the curves, two of the coverage, one a method
        assertThat(visit.document().split("<canvas", -1)).hasSize(1 + 7);
        assertThat(visit.document().split("<img", -1)).hasSize(1);
    }

    @Test
    void nextRunsAreDrawnWithoutCurvesOverTrainingPoints() throws IOException {
        Path page = Files.writeString(
                folder.resolve("report.html"), new EvaluationHtml().render(SmallEvaluation.nextRuns()));
        Visit visit = visit(page);
        assertThat(visit.console()).isEmpty();
        assertThat(visit.document())
                // one of the coverage, one a method
                .contains(
                        "data-rendered=\"yes\"",
                        "data-charts=\"4\"",
                        "<section aria-labelledby=\"h-curves\" id=\"curves-body\" hidden")
                .contains("mean score of the 90 % interval", "inside 90 %", "1 of 2")
                .doesNotContain("data-injected=");
    }

    @Test
    void isDrawnByABrowserWhenThereIsNothingToShow() throws IOException {
        EvaluationRun small = SmallEvaluation.run();
        EvaluationRun empty =
                new EvaluationRun("empty", "config.yml", small.protocol(), 1, small.methods(), List.of(), List.of());
        Path page = Files.writeString(folder.resolve("report.html"), new EvaluationHtml().render(empty));
        Visit visit = visit(page);
        assertThat(visit.console()).isEmpty();
        assertThat(visit.document()).contains("data-rendered=\"yes\"", "nothing was answered");
    }

    private record Visit(String document, List<String> console) {}

    private Visit visit(Path page) throws IOException {
        try (Browser browser = Browser.start(folder)) {
            browser.open(page.toUri().toString());
            browser.first("[data-rendered=yes]");
            return new Visit(browser.document(), browser.console());
        }
    }

    private static JsonNode data(String html) throws IOException {
        String begin = "<script type=\"application/json\" id=\"data\">";
        int from = html.indexOf(begin) + begin.length();
        return new ObjectMapper().readTree(html.substring(from, html.indexOf("</script>", from)));
    }
}
