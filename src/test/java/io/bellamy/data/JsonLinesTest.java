package io.bellamy.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.problem.Limits;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs as lines of JSON, whose nested keys are columns. */
class JsonLinesTest {

    private static final String DESCRIPTION = """
            algorithms:
              job:
                file: runs.jsonl
                rows: {column: success, equals: true}
                scale_out: {column: conf.spark.executor.instances}
                runtime: {column: time.ms, unit: ms}
                properties:
                  machine_type: {column: vm}
                  data_size_MB: {column: size, unit: written}
            """;

    private static final String LINE =
            "{\"success\":true,\"conf\":{\"spark.executor.instances\":\"4\"},\"time\":{\"ms\":1.5e3},\"vm\":\"m1\",\"size\":\"2 GB\"}";

    @TempDir
    private Path folder;

    private OwnTable table(String lines) {
        return OwnTable.in(folder).described(DESCRIPTION).with("runs.jsonl", lines);
    }

    @Test
    void nestedKeysAreColumnsHoweverTheyAreNested() {
        Dataset dataset = table("\uFEFF" + LINE + "\r\n\n"
                        + "{\"other\":[{\"vm\":1}],\"vm\":null,\"time\":{\"ms\":2000,\"zone\":{}},\"success\":true,"
                        + "\"conf\":{\"spark\":{\"executor\":{\"instances\":8}}}}\n"
                        + "{\"success\":false}")
                .load("job");
        assertThat(dataset.runs()).hasSize(2);
        assertThat(dataset.runs().get(0).scaleOut()).isEqualTo(4);
        assertThat(dataset.runs().get(0).runtime()).isEqualTo(1.5);
        assertThat(dataset.runs().get(0).properties().texts())
                .isEqualTo(Map.of("machine_type", "m1", "data_size_MB", "2000"));
        assertThat(dataset.runs().get(1).scaleOut()).isEqualTo(8);
        assertThat(dataset.runs().get(1).properties().texts())
                .as("null and what is not there is blank")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"a\":1|runs.jsonl:2: is not valid JSON: ",
                "[1]|runs.jsonl:2: must be an object of JSON, {...}, as each line",
                "7|runs.jsonl:2: must be an object of JSON",
                "{} {}|runs.jsonl:2: must be one object of JSON, but something follows it",
                "{\"vm\":1,\"vm\":2}|runs.jsonl:2: is not valid JSON: Duplicate field 'vm'",
                "{\"success\":true,\"time\":{\"ms\":1},\"time.ms\":2}|runs.jsonl:2: column 'conf.spark.executor.instances': '' must be a whole number of machines from 1 to 1000000; column 'time.ms': 'two values' must be a single value",
                "{\"success\":[true]}|runs.jsonl:2: column 'success': '[...]' must be a single value",
                "{\"success\":{\"is\":true}}|runs.jsonl:2: column 'success': '{...}' must be a single value",
                "{\"a\":NaN}|runs.jsonl:2: is not valid JSON: Non-standard token 'NaN'"
            })
    void whatIsNoSuchLineIsToldWithItsNumberAndTheOthersAreReadOn(String line, String message) {
        OwnTable table = table(LINE + "\n" + line + "\n" + LINE + "\nx\n");
        assertThat(table.refusal("job"))
                .contains(message, "runs.jsonl:4: is not valid JSON")
                .doesNotContain("Stream", "Feature", "JsonParser");
    }

    @Test
    void aColumnThatNoLineHasIsMissing() {
        OwnTable table = table(LINE.replace("\"vm\"", "\"instance\""));
        assertThat(table.refusal("job"))
                .contains("runs.jsonl: column 'vm' is missing in all lines; there are success,"
                        + " conf.spark.executor.instances, time.ms, instance, size");
    }

    @Test
    void aSeparatorALongLineAndAColumnThatIsMadeTooAreRefused() {
        OwnTable table = table(LINE);
        table.described(DESCRIPTION.replace("file: runs.jsonl", "file: runs.jsonl\n    separator: \";\""));
        assertThat(table.refusal("job"))
                .contains(
                        "dataset.yml:4: algorithms.job.separator: ';' must be left out, since jsonl has no separators");
        Limits usual = Limits.DEFAULTS;
        Limits small = new Limits(
                usual.documents(),
                usual.rows(),
                usual.columns(),
                usual.cellCharacters(),
                usual.dataBytes(),
                600,
                600,
                20,
                2);
        OwnTable bounded = new OwnTable(folder, small).described(DESCRIPTION);
        bounded.with("runs.jsonl", LINE + "\n" + " ".repeat(601));
        assertThat(bounded.refusal("job"))
                .contains("runs.jsonl:2: the line has more than 600 characters; raise limits.document_bytes");
        table.with("runs.jsonl", LINE)
                .described(DESCRIPTION.replace("{column: vm}", "{column: time.ms}")
                        + "    lookups: {time: {file: t.csv, column: vm}}\n");
        assertThat(table.with("t.csv", "vm,ms\nm1,3\n").refusal("job"))
                .contains("runs.jsonl: column 'time.ms' stands in the file, and is made by the description too");
    }
}
