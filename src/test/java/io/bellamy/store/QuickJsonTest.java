package io.bellamy.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.features.FittedPipeline;
import io.bellamy.problem.DamagedModelException;
import io.bellamy.training.AdaptableEnsemble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is read quickly is what Jackson makes of it. */
class QuickJsonTest {

    private static final Path SMALL = Path.of("src/test/resources/stored/format-10/own/wordcount/20261130T234248.989Z");

    private static final Map<String, Class<?>> TYPES = Map.of(
            "manifest.json", Manifest.class,
            "pipeline.json", FittedPipeline.class,
            "held_out.json", ModelFiles.HeldOutFile.class,
            "ensemble.json", AdaptableEnsemble.class);

    @Test
    void aModelOfThisFormatIsReadQuickly() throws IOException {
        for (String name : List.of("manifest.json", "pipeline.json", "ensemble.json")) {
            byte[] content = Files.readAllBytes(SMALL.resolve(name));
            assertThat(QuickJson.read(content, TYPES.get(name)))
                    .as(name)
                    .isPresent()
                    .isEqualTo(mapped(content, TYPES.get(name)));
        }
    }

    @Test
    void whatLacksAFieldIsJacksons() throws IOException {
        for (String name : TYPES.keySet()) {
            JsonNode tree = StoredJson.parse(SMALL, Files.readAllBytes(SMALL.resolve(name)), JsonNode.class);
            lackOne(name, tree, tree);
        }
    }

    /** Tries the whole without each field below a node in turn. */
    private static void lackOne(String name, JsonNode whole, JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String field : object.propertyStream().map(Map.Entry::getKey).toList()) {
                JsonNode value = object.remove(field);
                byte[] content = whole.toString().getBytes(StandardCharsets.UTF_8);
                Optional<?> quick = QuickJson.read(content, TYPES.get(name));
                if (quick.isPresent()) {
                    assertThat(quick).as(field).isEqualTo(mapped(content, TYPES.get(name)));
                }
                object.set(field, value);
            }
        }
        node.forEach(inside -> lackOne(name, whole, inside));
    }

    @Property(tries = 600)
    void whatIsDamagedIsJacksons(@ForAll("damaged") Map.Entry<String, String> damaged) {
        byte[] content = damaged.getValue().getBytes(StandardCharsets.UTF_8);
        Class<?> type = TYPES.get(damaged.getKey());
        Optional<?> quick = QuickJson.read(content, type);
        if (quick.isPresent()) {
            assertThat(quick).isEqualTo(mapped(content, type));
        }
    }

    /** A file in which one value or name is another, is there twice, or is not there. */
    @Provide
    Arbitrary<Map.Entry<String, String>> damaged() {
        Arbitrary<String> others = Arbitraries.of(
                "null",
                "true",
                "0",
                "-7",
                "1.5",
                "1e999",
                "99999999999",
                "\"NaN\"",
                "\"1\"",
                "\"\"",
                "\"AAAA\"",
                "\"AACAPw==\"",
                "\"AACAfw==\"",
                "[]",
                "[null]",
                "{}",
                "{\"column\": \"log_scale_out\"}",
                "\"unknown\": 1",
                "");
        return Arbitraries.of(TYPES.keySet()).flatMap(name -> {
            String[] pieces = pieces(name);
            return Arbitraries.integers()
                    .between(0, pieces.length - 1)
                    .flatMap(place -> others.map(other -> {
                        String[] changed = pieces.clone();
                        changed[place] = place % 3 == 0 ? changed[place] + ", " + changed[place] : other;
                        return Map.entry(name, String.join("", changed));
                    }));
        });
    }

    /** Values, names, and what stands between them. */
    private static String[] pieces(String name) {
        try {
            return Files.readString(SMALL.resolve(name)).split("(?<=[\\[{,:\\s])(?=[^\\[{,:\\s])|(?=[\\]},:])");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Object> mapped(byte[] content, Class<?> type) {
        try {
            JsonNode tree = StoredJson.parse(SMALL, content, JsonNode.class);
            return Optional.of(StoredJson.convert(SMALL, tree, type));
        } catch (DamagedModelException damaged) {
            return Optional.empty();
        }
    }
}
