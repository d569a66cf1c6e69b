package io.bellamy.cli;

import io.bellamy.problem.DamagedModelException;
import io.bellamy.report.VersionLine;
import io.bellamy.store.Manifest;
import io.bellamy.store.ModelVersions;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** Stored versions in brief. */
final class VersionLines {

    private final Clock clock = Clock.systemUTC();
    private final Function<String, Manifest> reader;
    private final ModelVersions models;
    private final Optional<String> published;

    private VersionLines(ModelVersions models, Function<String, Manifest> reader) {
        this.models = models;
        this.reader = reader;
        this.published = publishedIfKnown(models);
    }

    /** Of which only the manifests are read. */
    static VersionLines glancedAt(ModelVersions models) {
        return new VersionLines(models, models::manifest);
    }

    /** Of which every file is read and verified. */
    static VersionLines verified(ModelVersions models) {
        return new VersionLines(models, version -> models.read(version).manifest());
    }

    VersionLine of(String version) {
        Optional<Manifest> manifest = Optional.empty();
        Optional<String> problem = Optional.empty();
        try {
            manifest = Optional.of(reader.apply(version));
        } catch (DamagedModelException damaged) {
            problem = Optional.of(damaged.getMessage());
        }
        return new VersionLine(
                models.target(),
                models.algorithm(),
                version,
                published.equals(Optional.of(version)),
                models.size(version),
                manifest.flatMap(found -> found.age(clock)),
                manifest,
                problem);
    }

    /** Where the file that says it is damaged, it is not known. */
    private static Optional<String> publishedIfKnown(ModelVersions models) {
        try {
            return models.published();
        } catch (DamagedModelException unknown) {
            return Optional.empty();
        }
    }
}
