package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The context that a request asks about, with a stored model of C3O. */
class RequestContextTest {

    private static final Path MODELS = Path.of("src/test/resources/stored/documents");

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void readsTheRequestFromStandardInputAndComparesByValue() throws IOException {
        String request = """
                min_scale_out: 4
                max_scale_out: 4
                essential_properties: {machine_type: c4.2xlarge, data_size_MB: 15150.0, job_args: computer,
                  data_characteristics: 100 1.5e8 .5}
                """;
        Bellamy answer = Bellamy.runWithInput(
                request,
                "predict",
                "-tt",
                "c3o",
                "-a",
                "grep",
                "-r",
                "-",
                "-o",
                "json",
                "--models-dir",
                MODELS.toString());
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        JsonNode json = JSON.readTree(answer.out());
        assertThat(json.get("fine_tuning").get("runs").asInt()).isEqualTo(30);
        assertThat(json.get("context").get("data_characteristics").asText()).isEqualTo("100.0 150000000.0 0.5");
        assertThat(json.get("context").get("environment").asText()).isEqualTo("public cloud aws emr");
    }

    @Test
    void warnsWhereTheRequestLeavesWhatTheModelHasSeen() throws IOException {
        String request = """
                min_scale_out: 2
                max_scale_out: 40
                essential_properties: {machine_type: x9.huge, data_size_MB: 15150, job_args: computer,
                  data_characteristics: 100.0 150000000.0 0.5, environment: public cloud aws emr}
                """;
        Bellamy answer = Bellamy.runWithInput(
                request,
                "predict",
                "-tt",
                "c3o",
                "-a",
                "grep",
                "-r",
                "-",
                "-o",
                "json",
                "--models-dir",
                MODELS.toString());
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        JsonNode json = JSON.readTree(answer.out());
        assertThat(Schemas.prediction().validate(json)).isEmpty();
        assertThat(json.get("fine_tuning").get("runs").asInt()).isZero();
        assertThat(json.get("fine_tuning").get("excluded_by").toString()).isEqualTo("[\"machine_type\"]");
        // one of the range, one of the machine type, one each of memory and slots, and that nothing matches
        assertThat(json.get("warnings")).hasSize(5);
        assertThat(json.get("warnings").toString())
                .contains("scale-outs 2 to 40 go beyond those seen in pretraining, 2 to 12")
                .contains("machine_type 'x9.huge' was never seen in pretraining")
                .contains("memory is unknown for this machine type and left out")
                .contains("no run matches the context", "excluded by machine_type");
    }

    @Test
    void listsTheCandidatesOfABlankPropertyOrPredictsEach() throws IOException {
        String request = """
                min_scale_out: 2
                max_scale_out: 3
                essential_properties: {machine_type: m4.2xlarge, job_args: computer}
                """;
        String[] arguments = {
            "predict", "-tt", "c3o", "-a", "grep", "-r", "-", "-o", "json", "--models-dir", MODELS.toString()
        };
        Bellamy refused = Bellamy.runWithInput(request, arguments);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .contains("data_size_MB, data_characteristics must be given", "--each-candidate")
                .contains("data_size_MB: '");

        String[] each = Stream.concat(Stream.of(arguments), Stream.of("--each-candidate"))
                .toArray(String[]::new);
        Bellamy answered = Bellamy.runWithInput(request, each);
        assertThat(answered.exitCode()).as(answered.err()).isZero();
        JsonNode json = JSON.readTree(answered.out());
        assertThat(Schemas.prediction().validate(json)).isEmpty();
        assertThat(json.get("answers").size()).isGreaterThan(1);
    }
}
