package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bellamy mcp} says to lines as nobody should send them, and how it ends. */
class McpLinesTest {

    private static final String OPEN = """
            {"jsonrpc":"2.0","id":"open","method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"x","version":"1"}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            """;

    private static final String ALIVE = "{\"jsonrpc\":\"2.0\",\"id\":\"alive\",\"method\":\"ping\"}\n";

    @TempDir
    private static Path folder;

    private static OwnFolder own;

    @BeforeAll
    static void prepare() {
        own = OwnFolder.in(folder).withModels();
    }

    @Test
    void whateverALineIsItIsToldAndTheSessionGoesOn() throws Exception {
        Map<String, Integer> hostile = new LinkedHashMap<>();
        hostile.put("broken", -32700);
        hostile.put("{\"a\":1,\"a\":2}", -32700);
        hostile.put("{\"a\":".repeat(100_000), -32700);
        hostile.put("{} {}", -32600);
        hostile.put("[]", -32600);
        hostile.put(" null ", -32600);
        hostile.put("{", -32700);
        hostile.put("{\"jsonrpc\":\"2.0\"}", -32600);
        hostile.put("{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}", -32600);
        hostile.put("\"" + "x".repeat(3 << 20) + "\"", -32600);
        hostile.put("\u00ff", -32600);
        hostile.put(call("\"nothing\""), -32602);
        hostile.put(call("\"predict\",\"arguments\":[]"), -32602);
        hostile.put(call("5"), -32602);
        hostile.put("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"}", -32602);
        hostile.put("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":5}", -32602);
        hostile.put("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"files/read\"}", -32601);
        String input = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}\n" + OPEN
                + String.join("\n", hostile.keySet()) + "\n\n" + ALIVE.stripTrailing();
        List<Integer> expected = new ArrayList<>(List.of(-32600));
        expected.addAll(hostile.values());
        List<JsonNode> answers = answers(input);
        assertThat(answers.stream().filter(answer -> answer.has("error")).map(answer -> answer.at("/error/code")
                        .asInt()))
                .containsExactlyElementsOf(expected);
        assertThat(answers.stream().map(answer -> answer.path("id").asText())).contains("open", "alive");
        assertThat(answers.toString())
                .doesNotContain("java.", "modelcontextprotocol", "fasterxml", "Exception", "REDACTED")
                .contains(
                        "name: there is no tool 'nothing'; there are predict",
                        "name: there is no tool '5'",
                        "arguments: must be an object",
                        "params: must be an object with name and arguments");
    }

    @Test
    void aLineIsTakenUpToAMebibyte() throws Exception {
        String longest = ALIVE.stripTrailing() + " ".repeat((1 << 20) - ALIVE.length() + 1);
        List<JsonNode> answers = answers(OPEN + longest + "\n" + longest + " \n");
        assertThat(answers).hasSize(3);
        assertThat(answers.toString())
                .containsOnlyOnce("alive")
                .contains("line 4 of the input is longer than 1048576 bytes");
    }

    private static String call(String name) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":" + name + "}}";
    }

    /** All that is said to these bytes until the input ends, with nothing told beside what was read. */
    private static List<JsonNode> answers(String input) throws Exception {
        Path out = folder.resolve("lines.out");
        try (BellamyProcess process =
                BellamyProcess.startInto(out, folder.resolve("lines.err"), List.of(own.arguments("mcp", "--quiet")))) {
            process.in().write(input.getBytes(StandardCharsets.ISO_8859_1));
            process.in().close();
            assertThat(process.exitCode()).as(process.err()).isZero();
            assertThat(process.err()).isEmpty();
        }
        List<JsonNode> answers = new ArrayList<>();
        for (String line : Files.readAllLines(out)) {
            answers.add(AgentClient.JSON.readTree(line));
        }
        return answers;
    }

    @Test
    void whatWasAskedIsAnsweredThoughTheInputHasEnded() throws Exception {
        String arguments = "\"check\",\"arguments\":{\"training_target\":\"own\",\"since\":\"2026-01-01\"}";
        List<JsonNode> answers = answers(OPEN + (call(arguments) + "\n").repeat(3));
        assertThat(answers).hasSize(4);
        assertThat(answers.get(3).at("/result/isError").asBoolean(true)).isFalse();
    }

    @Test
    void aSignalEndsIt() throws IOException, InterruptedException {
        Path out = folder.resolve("signal.out");
        try (BellamyProcess process =
                BellamyProcess.startInto(out, folder.resolve("signal.err"), List.of(own.arguments("mcp")))) {
            process.in().write((OPEN + ALIVE).getBytes(StandardCharsets.UTF_8));
            process.in().flush();
            while (!Files.readString(out).contains("alive")) {
                process.awaitTold("");
                Thread.sleep(20);
            }
            process.askToEnd();
            assertThat(process.exitCode()).isZero();
        }
    }

    @Test
    void aDataSetThatIsNotThereIsToldAtOnce() throws IOException, InterruptedException {
        Path err = folder.resolve("misspelled.err");
        String data = folder.resolve("data").toString();
        for (String target : List.of("own", "owm")) {
            List<String> arguments = List.of("mcp", "-tt", target, "--data-dir", data, "--quiet");
            try (BellamyProcess process = BellamyProcess.startInto(folder.resolve("misspelled.out"), err, arguments)) {
                process.in().close();
                assertThat(process.exitCode()).isZero();
            }
            assertThat(Files.readString(err).contains("owm/dataset.yml: there is no such data set"))
                    .as(target)
                    .isEqualTo(target.equals("owm"));
        }
    }
}
