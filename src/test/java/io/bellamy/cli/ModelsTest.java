package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellamy.natives.Processor;
import io.bellamy.store.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bellamy models} on the models that an earlier program wrote, and on new ones. */
class ModelsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] WORDCOUNT = {"-tt", "own", "-a", "wordcount"};

    @TempDir
    private Path folder;

    private OwnFolder own;
    private String old;
    private String published;
    private String heldBack;

    @BeforeEach
    void models() {
        own = OwnFolder.in(folder).answeredByNetworks().withModels("format-2");
        old = name(own.models("show", WORDCOUNT).out().lines().findFirst().orElseThrow());
        published = name(own.pretrain("-a", "wordcount").out());
        heldBack = name(own.pretrain("-a", "wordcount", "--epochs", "1").out());
    }

    @Test
    void listTellsWhatThereIs() throws IOException {
        Bellamy list = own.models("list");
        assertThat(list.exitCode()).as(list.err()).isZero();
        assertThat(list.out().lines().map(line -> line.replaceAll(" +", " ")))
                .hasSize(5)
                .anyMatch(line -> line.startsWith("target algorithm version state runs validation_loss mae age size"))
                .anyMatch(line -> line.matches("own sort \\S+ published 28 35\\.455 35\\.936 .* kB"))
                .anyMatch(line -> line.startsWith("own wordcount " + heldBack + " held back 36 "))
                .anyMatch(line -> line.startsWith("own wordcount " + published + " published 36 "))
                .anyMatch(line -> line.startsWith("own wordcount " + old + " 36 0.070 13.414 "));
        JsonNode json = json("list", WORDCOUNT);
        assertThat(json.get("models").findValuesAsText("version")).containsExactly(heldBack, published, old);
        assertThat(json.get("models").findValuesAsText("published")).containsExactly("false", "true", "false");
        assertThat(json.get("models").findValuesAsText("held_back")).containsExactly("true", "false", "false");
        long bytes = 0;
        for (String file : List.of("manifest.json", "ensemble.json", "pipeline.json")) {
            bytes += Files.size(own.wordcount().resolve(old).resolve(file));
        }
        assertThat(json.at("/models/2/size_bytes").asLong()).isEqualTo(bytes);
        assertThat(own.models("list", "-tt", "elsewhere").out().lines()).hasSize(1);
        assertThat(own.models("list", "-tt", "own", "-a", "pagerank").exitCode())
                .isEqualTo(3);
    }

    @Test
    void showTellsWhereAVersionComesFrom() throws IOException {
        assertThat(own.models("show", WORDCOUNT).out())
                .startsWith("own wordcount, version " + published)
                .contains(
                        "published, format " + Manifest.FORMAT,
                        "on a processor of the kind " + Processor.kind(),
                        "data own/runs.csv, 36 runs, sha256 ",
                        "file ensemble.json, sha256 ");
        Bellamy held = own.models("show", with(heldBack));
        assertThat(held.out())
                .contains("not published", "held back", "mean relative error", "{--epochs=1}", "version " + published);
        JsonNode json = json("show", with(old));
        assertThat(json.get("format_version").asInt()).isEqualTo(2);
        assertThat(json.get("files")).hasSize(2);
        assertThat(own.models("show", with("20200101T000000.000Z")).exitCode()).isEqualTo(2);
        assertThat(own.models("show", with("../../etc")).err()).contains("there is no version '../../etc'");
    }

    @Test
    void verifyNamesWhatIsDamaged() throws IOException {
        assertThat(own.models("verify").exitCode()).isZero();
        Path file = own.wordcount().resolve(old).resolve("pipeline.json");
        Files.writeString(file, Files.readString(file) + " ");
        Files.writeString(own.wordcount().resolve("latest"), "20200101T000000.000Z\n");
        Bellamy damaged = own.models("verify");
        assertThat(damaged.exitCode()).isEqualTo(1);
        assertThat(damaged.err())
                .contains("bellamy: " + file + ": is not the file that was saved")
                .contains("bellamy: " + own.wordcount().resolve("latest")
                        + ": names version '20200101T000000.000Z', which is not there");
        assertThat(damaged.out()).containsPattern(old + " +damaged");
        JsonNode json = json("verify", WORDCOUNT);
        assertThat(json.at("/models/2/problem").asText()).contains("pipeline.json");
    }

    @Test
    void rollbackPublishesAnotherVersionUntilANewerOneIs() throws IOException {
        assertThat(own.models("rollback", WORDCOUNT).out().strip()).isEqualTo(old);
        assertThat(answering()).isEqualTo(old);
        Bellamy none = own.models("rollback", WORDCOUNT);
        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.err()).contains("there is no version of own wordcount before " + old);
        // what the newest was made of is no reason to undo it
        Bellamy same = own.pretrain("-a", "wordcount", "--epochs", "1", "--if-stale");
        assertThat(same.exitCode()).isZero();
        assertThat(answering()).isEqualTo(old);

        JsonNode json = json("rollback", with(heldBack));
        assertThat(json.at("/published/0/version").asText()).isEqualTo(heldBack);
        assertThat(answering()).isEqualTo(heldBack);
        assertThat(own.models("rollback", WORDCOUNT).out().strip()).isEqualTo(published);

        Files.delete(own.wordcount().resolve(old).resolve("manifest.json"));
        Bellamy damaged = own.models("rollback", with(old));
        assertThat(damaged.exitCode()).isEqualTo(1);
        assertThat(damaged.err()).contains("manifest.json: is missing");
        assertThat(answering()).isEqualTo(published);
    }

    @Test
    void pruneRemovesTheOldestButNotThePublishedOne() throws IOException {
        JsonNode json = json("prune", "--keep", "1");
        assertThat(json.get("removed").findValuesAsText("version")).containsExactly(old);
        assertThat(json("list", WORDCOUNT).get("models").findValuesAsText("version"))
                .containsExactly(heldBack, published);
        assertThat(answering()).isEqualTo(published);
        assertThat(own.models("prune", "--keep", "0").exitCode()).isEqualTo(2);
    }

    private String answering() throws IOException {
        return JSON.readTree(own.predict("--strict").out()).get("model_version").asText();
    }

    private JsonNode json(String command, String... more) throws IOException {
        Bellamy outcome = own.models(command, OwnFolder.with(more, "-o", "json"));
        JsonNode json = JSON.readTree(outcome.out());
        assertThat(Schemas.of("models").validate(json)).isEmpty();
        return json;
    }

    private static String[] with(String version) {
        return OwnFolder.with(WORDCOUNT, version);
    }

    /** The version at the end of a line. */
    private static String name(String line) {
        return line.strip().replaceAll(".*[/ ]", "");
    }
}
