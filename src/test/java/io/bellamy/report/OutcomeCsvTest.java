package io.bellamy.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.evaluation.Outcome;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class OutcomeCsvTest {

    private final List<Outcome> outcomes = SmallEvaluation.run().outcomes();

    @Test
    void holdsEveryPredictionAsItWas() throws IOException {
        List<CSVRecord> records = parsed();
        assertThat(records).hasSameSizeAs(outcomes);
        for (int i = 0; i < records.size(); i++) {
            CSVRecord found = records.get(i);
            Outcome outcome = outcomes.get(i);
            assertThat(found.get("algorithm")).isEqualTo(outcome.algorithm());
            assertThat(CsvCell.original(found.get("context"))).isEqualTo(outcome.context());
            assertThat(CsvCell.original(found.get("method"))).isEqualTo(outcome.method());
            assertThat(found.get("n")).isEqualTo(Integer.toString(outcome.n()));
            assertThat(found.get("kind").toUpperCase(Locale.ROOT))
                    .isEqualTo(outcome.kind().name());
            assertThat(found.get("split")).isEqualTo("0");
            assertThat(found.get("training_scale_outs")).isEqualTo(outcome.n() == 0 ? "" : "2 8");
            assertThat(found.get("scale_out")).isEqualTo(Integer.toString(outcome.scaleOut()));
            assertThat(Double.parseDouble(found.get("actual"))).isEqualTo(outcome.actual());
            if (outcome.forecast().isThere()) {
                assertThat(Double.parseDouble(found.get("predicted")))
                        .isEqualTo(outcome.forecast().runtime());
            }
        }
    }

    @Test
    void leavesOutWhatIsNotThere() throws IOException {
        CSVRecord sure = parsed().get(0);
        CSVRecord shy = parsed().get(2);
        assertThat(List.of(sure.get("lower_90"), sure.get("upper_90"))).containsExactly("90.0", "130.0");
        assertThat(List.of(shy.get("predicted"), shy.get("lower_90"), shy.get("upper_90")))
                .containsExactly("", "", "");
    }

    private List<CSVRecord> parsed() throws IOException {
        StringBuilder text = new StringBuilder();
        new OutcomeCsv().write(outcomes, text);
        try (CSVParser parser = CSVParser.parse(
                new StringReader(text.toString()),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.getRecords();
        }
    }
}
