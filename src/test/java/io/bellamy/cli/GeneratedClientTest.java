package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A client that OpenAPI Generator makes of {@code /openapi.json} compiles, and understands all that is answered. The generator and
 * what its clients need is put into a folder by the build; without the build the test is skipped.
 */
class GeneratedClientTest {

    private static final String SEVERAL = ServedFolder.REQUEST
            .replace("\"machine_type\":\"small\",", "")
            .replace("{\"training_target\"", "{\"machine_types\":{\"small\":{},\"large\":{}},\"training_target\"");

    @TempDir
    private Path folder;

    @Test
    void aGeneratedClientUnderstandsEveryAnswer() throws Exception {
        assumeTrue(System.getProperty("client.folder") != null, "no generator of clients: the build fetches it");
        Path tools = Path.of(System.getProperty("client.folder"));
        try (ServedFolder served = ServedFolder.of(OwnFolder.in(folder).withModels())) {
            Files.writeString(
                    folder.resolve("openapi.json"), served.get("/openapi.json").body());
            run("java", "-jar", tools.resolve("openapi-generator-cli.jar").toString(), "generate")
                    .with("-g", "java", "--library", "native", "-i", "openapi.json", "-o", "generated")
                    .with(
                            "--additional-properties=openApiNullable=false,useJakartaEe=true,hideGenerationTimestamp=true")
                    .with("--api-package=client", "--model-package=client.model", "--invoker-package=client.http")
                    .output();
            String libraries = Stream.concat(
                            Stream.of(
                                    tools.resolve("jakarta.annotation-api.jar").toString()),
                            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                    .filter(entry -> entry.contains("fasterxml")))
                    .collect(Collectors.joining(File.pathSeparator));
            Path ask = folder.resolve("Ask.java");
            try (InputStream source =
                    Objects.requireNonNull(GeneratedClientTest.class.getResourceAsStream("/client/Ask.java"))) {
                Files.copy(source, ask);
            }
            run("javac", "-nowarn", "-d", "classes", "-cp", libraries, ask.toString())
                    .with(sources())
                    .output();
            String understood = run("java", "-cp", "classes" + File.pathSeparator + libraries, "Ask", served.address())
                    .with(ServedFolder.REQUEST, SEVERAL)
                    .output();
            JsonNode all =
                    ServedFolder.JSON.readTree(understood.lines().toList().get(0));
            assertUnderstood(
                    all,
                    "/v1/predict",
                    served.post("/v1/predict?explain=true", "application/json", ServedFolder.REQUEST)
                            .body());
            assertUnderstood(
                    all,
                    "several machine types",
                    served.post("/v1/predict", "application/json", SEVERAL).body());
            assertUnderstood(
                    all,
                    "/v1/suggest",
                    served.post("/v1/suggest", "application/json", ServedFolder.REQUEST)
                            .body());
            assertUnderstood(all, "/v1/jobs", served.get("/v1/jobs").body());
            assertUnderstood(all, "/v1/models", served.get("/v1/models").body());
            assertThat(all.at("/problem/errors/0/key").asText()).isEqualTo("min_scale_out");
        }
    }

    private static void assertUnderstood(JsonNode all, String what, String answered) throws IOException {
        assertThat(meaning(all.path(what))).as(what).isEqualTo(meaning(ServedFolder.JSON.readTree(answered)));
    }

    /** Without what is empty, which clients add to what is not there, ages, and zeros at the end of a time. */
    private static JsonNode meaning(JsonNode node) throws IOException {
        JsonNode copy =
                ServedFolder.JSON.readTree(ServedFolder.ageless(node.toString()).replaceAll("0+Z\"", "Z\""));
        prune(copy);
        return copy;
    }

    private static void prune(JsonNode node) {
        node.forEach(GeneratedClientTest::prune);
        if (node instanceof ObjectNode object) {
            List<String> empty = object.properties().stream()
                    .filter(entry -> entry.getValue().isNull()
                            || (entry.getValue().isContainerNode()
                                    && entry.getValue().isEmpty()))
                    .map(Map.Entry::getKey)
                    .toList();
            object.remove(empty);
        }
    }

    private String[] sources() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("generated/src/main/java"))) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".java"))
                    .toArray(String[]::new);
        }
    }

    private Tool run(String... command) {
        return new Tool(new ArrayList<>(List.of(command)));
    }

    /** A command of the JDK that is to succeed. */
    private final class Tool {

        private final List<String> command;

        private Tool(List<String> command) {
            this.command = command;
            command.set(
                    0,
                    Path.of(System.getProperty("java.home"), "bin", command.get(0))
                            .toString());
        }

        private Tool with(String... more) {
            command.addAll(List.of(more));
            return this;
        }

        private String output() throws IOException, InterruptedException {
            Path out = Files.createTempFile(folder, "out", "");
            Path err = Files.createTempFile(folder, "err", "");
            int exitCode = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start()
                    .waitFor();
            assertThat(exitCode).as("%s%n%s", command, Files.readString(err)).isZero();
            return Files.readString(out);
        }
    }
}
