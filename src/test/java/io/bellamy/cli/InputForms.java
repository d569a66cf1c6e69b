package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A data set, a stored model and a configuration, each of whose files can be given in another form; what the model then
 * answers tells how the form was read.
 *
 * @param own where they are
 */
record InputForms(OwnFolder own) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static final String REQUEST = """
            training_target: own
            algorithm: wordcount
            min_scale_out: 2
            max_scale_out: 8
            essential_properties: {machine_type: small, data_size_MB: 4000}
            """;

    static InputForms in(Path folder) {
        return new InputForms(OwnFolder.in(folder).withModels());
    }

    Path runs() {
        return own.folder().resolve("data/own/runs.csv");
    }

    Path descriptor() {
        return own.folder().resolve("data/own/dataset.yml");
    }

    Path configuration() {
        return own.folder().resolve("config.yml");
    }

    static String read(Path file) {
        return unchecked(() -> Files.readString(file));
    }

    static void write(Path file, String text) {
        unchecked(() -> Files.write(file, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes a file anew with one of its texts, which must be there, replaced. */
    static void edit(Path file, String before, String after) {
        String text = read(file);
        assertThat(text).contains(before);
        write(file, text.replace(before, after));
    }

    /** {@code predict -r -} with more arguments. */
    Bellamy predict(String request, String... more) {
        String[] fixed = Stream.concat(Stream.of("-r", "-", "-o", "json"), Stream.of(more))
                .toArray(String[]::new);
        return Bellamy.runWithInput(request, own.arguments("predict", fixed));
    }

    /** What is answered, which must be something, but for the model's age: a second may pass between two answers. */
    JsonNode answer(String request, String... more) {
        Bellamy outcome = predict(request, more);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        JsonNode answer = unchecked(() -> JSON.readTree(outcome.out()));
        ((ObjectNode) answer.get("model")).remove("age_seconds");
        return answer;
    }

    /** The predicted runtimes; they differ where the data or the request do. */
    JsonNode predictions(String request, String... more) {
        return answer(request, more).get("predictions");
    }

    /** What is said where something is refused, in words for people. */
    String refused(Bellamy outcome) {
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .doesNotContain("\tat ")
                .doesNotContainPattern("CSV[A-Z]|Json[A-Z]|Stream[A-Z]|java\\.|com\\.|org\\.");
        return outcome.err();
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws IOException;
    }

    private static <T> T unchecked(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
