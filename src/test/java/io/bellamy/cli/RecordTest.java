package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code bellamy record} of runs that are told, from the command line to the answers that rest on them. */
class RecordTest extends RecordCases {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonNode answer(int scaleOut, String size) throws IOException {
        Bellamy answer = Bellamy.runWithInput(
                "{min_scale_out: %1$s, max_scale_out: %1$s, essential_properties: {machine_type: small, data_size_MB: %2$s}}"
                        .formatted(scaleOut, size),
                OwnFolder.with(own.arguments("predict", "-a", "wordcount", "-r", "-"), "-o", "json"));
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return JSON.readTree(answer.out());
    }

    @Test
    void aRecordedRunIsOneThatAnswersRestOnAndAFailedOneIsNot() throws IOException {
        own = own.withModels();
        double before =
                answer(20, "900000").at("/predictions/0/runtime_seconds").asDouble();
        String[] run = {"--scale-out", "20", "--property", "machine_type=small", "--property", "data_size_MB=900 GB"};
        Bellamy failed = record(OwnFolder.with(run, "--status", "failed", "--runtime", "9000"));
        assertThat(failed.exitCode()).as(failed.err()).isZero();
        assertThat(answer(20, "900000").at("/predictions/0/runtime_seconds").asDouble())
                .isEqualTo(before);

        Bellamy told = record(OwnFolder.with(run, "--runtime", "2h 30m", "--start", "2026-11-28T02:15:00Z"));
        assertThat(told.exitCode()).as(told.err()).isZero();
        assertThat(told.out()).startsWith("recorded: wordcount ").contains(", 20 machines, 9000 s\n");
        JsonNode after = answer(20, "900000");
        assertThat(after.at("/predictions/0/runtime_seconds").asDouble()).isBetween(7000.0, 11000.0);
        assertThat(after.at("/rests_on/newest_run").asText()).isEqualTo("2026-11-28");
        assertThat(recorded())
                .last()
                .asString()
                .contains(
                        "\"scale_out\":20,\"runtime\":9000,\"start\":\"2026-11-28T02:15:00Z\",\"status\":\"finished\"")
                .contains("\"properties\":{\"machine_type\":\"small\",\"data_size_MB\":\"900000\"}");
    }

    @Test
    void aRecordedRunMakesTheModelStale() throws IOException {
        String[] pretrain = {"-a", "wordcount", "--if-stale"};
        assertThat(own.pretrain(pretrain).exitCode()).isZero();
        assertThat(own.pretrain(pretrain).err()).contains("are those of the newest model");
        assertThat(recordLines(LINE.formatted("x", 4, "116"), "--from", "-").exitCode())
                .isZero();
        Bellamy again = own.pretrain(pretrain);
        assertThat(again.err()).contains("own wordcount: 37 runs").doesNotContain("are those of");
        assertThat(own.pretrain(pretrain).err()).contains("are those of the newest model");
    }

    @Test
    void theSameAgainChangesNothingAndOtherValuesNeedTheWord() throws IOException {
        String lines = LINE.formatted("a", 4, "11.5") + LINE.formatted("b", 8, "7");
        assertThat(recordLines(lines, "--from", "-").exitCode()).isZero();
        List<String> first = recorded();
        Bellamy again = recordLines(
                "{\"runtime\":7.00,\"id\":\"b\",\"scale_out\":8,\"properties\":{\"data_size_MB\":4e3,\"machine_type\":\"small\"}}\n"
                        + lines,
                "--from",
                "-",
                "-o",
                "json");
        assertThat(again.exitCode()).as(again.err()).isZero();
        JsonNode report = JSON.readTree(again.out());
        assertThat(Schemas.of("record").validate(report)).isEmpty();
        assertThat(report.get("unchanged").asInt()).isEqualTo(3);
        assertThat(recorded()).isEqualTo(first);

        String other = LINE.formatted("b", 8, "9") + LINE.formatted("c", 8, "9");
        Bellamy refused = recordLines(other, "--from", "-");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains(
                        "standard input:1: id: 'b' is recorded with other values; --replace puts these in their place");
        assertThat(recorded()).as("what is in order is recorded").hasSize(3).startsWith(first.toArray(String[]::new));

        Bellamy replaced = recordLines(other, "--from", "-", "--replace");
        assertThat(replaced.out()).contains("replaced: wordcount b, 8 machines, 9 s", "unchanged: wordcount c");
        assertThat(recorded()).hasSize(3);
        assertThat(recorded().get(0)).isEqualTo(first.get(0));
        assertThat(recorded().get(1)).contains("\"id\":\"b\"", "\"runtime\":9,");
    }

    @Test
    void withoutAnIdTheSameRunIsOne() throws IOException {
        String[] run = {
            "--scale-out", "4", "--runtime", "8", "--property", "machine_type=", "--per-node", "data_size_MB=9"
        };
        assertThat(record(run).out()).startsWith("recorded");
        assertThat(record(run).out()).startsWith("unchanged");
        assertThat(record(OwnFolder.with(run, "--id", "another")).out()).startsWith("recorded");
        assertThat(recorded())
                .hasSize(2)
                .allMatch(line -> line.contains("{\"machine_type\":\"\",\"data_size_MB\":\"36\"}"));
    }
}
