package io.bellamy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Inputs that were damaged at random, or to do harm: predict, on the real command line, gives a whole answer or says what is
 * wrong, and where. How many inputs there are is up to {@code fuzz.tries} in pom.xml.
 */
class FuzzTest extends FuzzCases {

    private static final List<String> MODEL_FILES = List.of(
            "latest",
            "VERSION/manifest.json",
            "VERSION/manifest.sha256",
            "VERSION/pipeline.json",
            "VERSION/MODEL",
            "VERSION/held_out.json");

    @Property(seed = "1")
    void configuration(@ForAll("edits") List<Edit> edits) throws IOException {
        // what it says of the columns can make good data bad
        answersOrTells(
                edits,
                folder.resolve("config.yml"),
                "wordcount",
                "config.yml",
                "runs.csv",
                "request.yml",
                "there is no such data set",
                "there is no model of own wordcount");
    }

    @Property(seed = "3")
    void description(@ForAll("edits") List<Edit> edits) throws IOException {
        answersOrTells(
                edits,
                folder.resolve("data/own/dataset.yml"),
                "wordcount",
                "dataset.yml",
                "data/own/",
                "data set 'own' has no algorithm 'wordcount'",
                "essential_properties: ");
    }

    @Property(seed = "4")
    void runs(@ForAll("edits") List<Edit> edits) throws IOException {
        answersOrTells(edits, folder.resolve("data/own/runs.csv"), "wordcount", "runs.csv", "essential_properties: ");
    }

    @Property(seed = "5")
    void ensemble(@ForAll("edits") List<Edit> edits, @ForAll("modelFiles") String file, @ForAll boolean digestsTell)
            throws IOException {
        model(edits, "wordcount", file.replace("MODEL", "ensemble.json"), digestsTell);
    }

    @Property(seed = "6")
    void autoEncoder(@ForAll("edits") List<Edit> edits, @ForAll("modelFiles") String file, @ForAll boolean digestsTell)
            throws IOException {
        model(edits, "sort", file.replace("MODEL", "weights.json"), digestsTell);
    }

    @Provide
    Arbitrary<String> modelFiles() {
        return Arbitraries.of(MODEL_FILES);
    }

    private void model(List<Edit> edits, String algorithm, String file, boolean digestsTell) throws IOException {
        Path home = own.models().resolve("own").resolve(algorithm);
        String version = Files.readString(home.resolve("latest")).strip();
        Path manifest = home.resolve(version).resolve("manifest.json");
        Path digest = manifest.resolveSibling("manifest.sha256");
        Path edited = home.resolve(file.replace("VERSION", version));
        byte[] manifestBefore = Files.readAllBytes(manifest);
        byte[] digestBefore = Files.readAllBytes(digest);
        try {
            answersOrTells(
                    edits,
                    edited,
                    algorithm,
                    before -> {
                        if (!digestsTell && !edited.equals(digest)) {
                            String after = DigestUtils.sha256Hex(Files.readAllBytes(edited));
                            if (!edited.equals(manifest)) {
                                Files.writeString(
                                        manifest,
                                        Files.readString(manifest).replace(DigestUtils.sha256Hex(before), after));
                            }
                            Files.writeString(
                                    digest, DigestUtils.sha256Hex(Files.readAllBytes(manifest)) + "  manifest.json\n");
                        }
                    },
                    home.toString(),
                    "model version ");
        } finally {
            Files.write(manifest, manifestBefore);
            Files.write(digest, digestBefore);
        }
    }
}
