package io.bellamy.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellamy.cli.Schemas;
import io.bellamy.evaluation.EvaluationRun;
import io.bellamy.evaluation.MethodErrors;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class EvaluationJsonTest {

    @Test
    void keepsToItsSchemaAndHoldsEveryFigure() throws IOException {
        EvaluationRun run = SmallEvaluation.run();
        JsonNode json = new ObjectMapper().readTree(new EvaluationJson().render(run));
        assertThat(Schemas.of("evaluation").validate(json)).isEmpty();
        assertThat(json.get("target").textValue()).isEqualTo(run.target());
        assertThat(json.get("seed").longValue()).isEqualTo(run.seed());
        assertThat(json.at("/methods/0/most_splits").intValue()).isEqualTo(30);
        assertThat(json.at("/methods/1/most_splits").intValue()).isEqualTo(2);
        assertThat(json.get("figures")).hasSameSizeAs(MethodErrors.of(run.outcomes()));
        JsonNode first = json.get("figures").get(0);
        assertThat(first.get("kind").textValue()).isEqualTo("interpolation");
        assertThat(first.at("/relative_error/mean").doubleValue()).isEqualTo(0.05);
        assertThat(first.at("/absolute_error_seconds/percentile_90").doubleValue())
                .isEqualTo(5);
        assertThat(first.at("/coverage/1/level").doubleValue()).isEqualTo(0.9);
        assertThat(first.at("/coverage/1/inside").doubleValue()).isEqualTo(1);
    }
}
