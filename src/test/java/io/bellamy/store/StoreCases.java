package io.bellamy.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of the store share: a folder of models. */
abstract class StoreCases {

    static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    @TempDir
    Path folder;

    String publish() {
        try (ModelWriter writer = models().write(false)) {
            String version = writer.add(SmallModels.network(), model -> {});
            writer.publish(version);
            return version;
        }
    }

    Path home() {
        return folder.resolve("c3o/grep");
    }

    ModelVersions models() {
        return at(NOW);
    }

    ModelVersions at(Instant now) {
        return new ModelStore(folder, Clock.fixed(now, ZoneOffset.UTC), SmallModels.CODECS).of("c3o", "grep");
    }
}
