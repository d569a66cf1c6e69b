package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code bellamy mcp} answers to the client of the SDK, beside what the command line does. */
class McpTest {

    @TempDir
    private static Path folder;

    private static OwnFolder own;
    private static AgentClient agent;

    @BeforeAll
    static void start() {
        own = OwnFolder.in(folder).withModels();
        agent = AgentClient.of(own);
    }

    @AfterAll
    static void stop() {
        agent.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "explain", "each_candidate"})
    void aPredictionIsThatOfTheCommandLineToTheByte(String flag) throws IOException {
        String more = flag.isEmpty() ? "" : ",\"" + flag + "\":true";
        CallToolResult answer = agent.call("predict", ServedFolder.REQUEST.replaceFirst("}$", more + "}"));
        String[] option = flag.isEmpty() ? new String[0] : new String[] {"--" + flag.replace('_', '-')};
        assertThat(answer.isError()).isFalse();
        assertThat(ServedFolder.ageless(AgentClient.text(answer)))
                .isEqualTo(ServedFolder.ageless(
                        byCommand(ServedFolder.REQUEST, OwnFolder.with(own.arguments("predict", "-r", "-"), option))));
        assertThat(AgentClient.tree(answer.structuredContent()))
                .isEqualTo(AgentClient.JSON.readTree(AgentClient.text(answer)));
    }

    @Test
    void suggestionsAndChecksAreThoseOfTheCommandLine() throws IOException {
        assertThat(AgentClient.text(agent.call("suggest", ServedFolder.REQUEST)))
                .isEqualTo(byCommand(ServedFolder.REQUEST, own.arguments("suggest", "-r", "-")));
        assertThat(AgentClient.text(agent.call("check", "{\"training_target\":\"own\",\"since\":\"2026-01-01\"}")))
                .isEqualTo(byCommand("", own.arguments("check", "--since", "2026-01-01")));
    }

    private static String byCommand(String input, String... arguments) {
        return Bellamy.runWithInput(input, OwnFolder.with(arguments, "-o", "json"))
                .out();
    }

    @Test
    void theUsualRequestOfAJobCanBeAskedAsItIs() throws IOException {
        Map<String, Tool> tools =
                agent.client().listTools().tools().stream().collect(Collectors.toMap(Tool::name, Function.identity()));
        assertThat(tools).containsOnlyKeys("predict", "suggest", "jobs", "check");
        JsonNode jobs = AgentClient.JSON.readTree(AgentClient.text(agent.call("jobs", "{}")));
        assertThat(Schemas.of("jobs").validate(jobs)).isEmpty();
        assertThat(jobs.path("jobs").findValuesAsText("algorithm")).contains("wordcount", "sort");
        for (JsonNode job : jobs.path("jobs")) {
            JsonNode request = job.path("usual_request");
            String contract =
                    AgentClient.tree(tools.get("predict").inputSchema()).toString();
            assertThat(Schemas.ofText(contract).validate(request)).isEmpty();
            assertThat(agent.call("predict", request.toString()).isError()).isFalse();
        }
    }

    @Test
    void answersAreOfTheDataThatThereIsNow() throws IOException {
        String asked = ServedFolder.REQUEST.replace("wordcount", "sort");
        String before = AgentClient.text(agent.call("predict", asked));
        own.addRun("4,40,small,4000");
        String after = AgentClient.text(agent.call("predict", asked));
        assertThat(ServedFolder.ageless(after))
                .isNotEqualTo(ServedFolder.ageless(before))
                .isEqualTo(ServedFolder.ageless(byCommand(asked, own.arguments("predict", "-r", "-"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "predict | {} | invalid-input | min_scale_out",
                "predict | '{\"training_target\":\"own\",\"algorithm\":\"../..\",\"min_scale_out\":1,\"max_scale_out\":2}' | invalid-input | algorithm",
                "predict | '{\"min_scale_out\":1,\"max_scale_out\":2}' | invalid-input | the tool jobs lists",
                "predict | '{\"training_target\":\"other\",\"algorithm\":\"a\",\"min_scale_out\":1,\"max_scale_out\":2}' | nothing-to-work-with | only jobs of own",
                "predict | '{\"prices\":\"/etc/passwd\"}' | invalid-input | prices",
                "predict | '{\"request\":\"/etc/passwd\"}' | invalid-input | request",
                "predict | '{\"explain\":\"perhaps\"}' | invalid-input | explain",
                "predict | '{\"training_target\":\"own\",\"algorithm\":\"wordcount\",\"min_scale_out\":2,\"max_scale_out\":3,\"essential_properties\":{\"machine_type\":3.10}}' | invalid-input | 3.10",
                "suggest | '{\"min_scale_out\":\"x\"}' | invalid-input | min_scale_out",
                "jobs | '{\"file\":\"x\"}' | invalid-input | file",
                "check | '{\"training_target\":\"own\",\"since\":\"never\"}' | invalid-input | since"
            })
    void whatIsWrongIsToldAsTheServiceDoes(String tool, String arguments, String kind, String told) throws IOException {
        CallToolResult answer = agent.call(tool, arguments);
        JsonNode problem = AgentClient.JSON.readTree(AgentClient.text(answer));
        assertThat(answer.isError()).isTrue();
        assertThat(Schemas.of("problem").validate(problem)).isEmpty();
        assertThat(problem.path("type").asText()).isEqualTo("urn:bellamy:problem:" + kind);
        assertThat(problem.path("detail").asText()).contains(told);
        assertThat(problem.path("exit_code").asInt()).isEqualTo(kind.equals("invalid-input") ? 2 : 3);
    }

    @Test
    void pricesOfTheProgramHoldForRequestsThatNameNone() throws IOException {
        Path prices = folder.resolve("prices.yml");
        java.nio.file.Files.writeString(prices, "per_hour: {small: 0.5}\n");
        try (AgentClient priced = AgentClient.of(own, "--prices", prices.toString())) {
            assertThat(AgentClient.text(priced.call("predict", ServedFolder.REQUEST)))
                    .contains("\"cost\"");
            assertThat(AgentClient.text(priced.call("jobs", "{}"))).contains("\"small\" : 0.5");
        }
        assertThat(Bellamy.run(own.arguments("mcp", "--startup", "soon")).err()).contains("--startup: 'soon'");
        assertThat(List.of(
                        Bellamy.run(own.arguments("mcp", "--prices", "missing")).exitCode()))
                .containsExactly(ExitCode.WRONG_INPUT);
    }
}
