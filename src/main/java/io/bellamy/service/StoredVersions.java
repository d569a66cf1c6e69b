package io.bellamy.service;

import io.bellamy.problem.DamagedModelException;
import io.bellamy.problem.NothingToWorkWithException;
import io.bellamy.store.Manifest;
import io.bellamy.store.ModelVersions;
import io.bellamy.store.ModelWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks after the stored versions of an algorithm's model. Safe for several threads. */
public final class StoredVersions {

    private final Clock clock;
    private final ModelVersions models;

    StoredVersions(ModelVersions models, Clock clock) {
        this.models = models;
        this.clock = clock;
    }

    /** All, the newest first, of which only the manifests are read. */
    public List<VersionSummary> glancedAt() {
        return models.names().stream().map(this::glancedAt).toList();
    }

    /** All, the newest first, of which every file is read and verified. */
    public List<VersionSummary> verified() {
        return models.names().stream().map(this::verified).toList();
    }

    /**
     * One of them, of which every file is read and verified.
     *
     * @param version its name; the published one where none is given
     * @throws NothingToWorkWithException if there is no such version
     */
    public VersionSummary one(Optional<String> version) {
        return verified(models.existing(version.or(models::published).orElseThrow()));
    }

    /** What is wrong with the file that names the published version, if something is. */
    public Optional<String> problemOfPublished() {
        try {
            models.requirePublished();
            return Optional.empty();
        } catch (DamagedModelException damaged) {
            return Optional.of(damaged.getMessage());
        }
    }

    /**
     * Publishes another version, after having verified it.
     *
     * @param version its name; the newest before the published one that was not held back where none is given
     * @param wait whether to wait for another process that changes the models of the same algorithm
     * @throws NothingToWorkWithException if there is no such version
     */
    public VersionSummary rollBack(Optional<String> version, boolean wait) {
        String wanted;
        try (ModelWriter writer = models.write(wait)) {
            wanted = version.map(models::existing).orElseGet(this::before);
            models.read(wanted);
            writer.rollBack(wanted);
        }
        return verified(wanted);
    }

    /**
     * Removes the oldest versions, never the published one.
     *
     * @param keep how many of the newest stay, at least 1
     * @param wait whether to wait for another process that changes the models of the same algorithm
     * @return those removed
     */
    public List<VersionSummary> prune(int keep, boolean wait) {
        try (ModelWriter writer = models.write(wait)) {
            Map<String, VersionSummary> before =
                    glancedAt().stream().collect(Collectors.toMap(VersionSummary::version, Function.identity()));
            return writer.prune(keep).stream().map(before::get).toList();
        }
    }

    private String before() {
        String published = models.published().orElseThrow();
        return models.names().stream()
                .filter(name -> name.compareTo(published) < 0)
                .filter(name -> !models.manifest(name).heldBack())
                .findFirst()
                .orElseThrow(() -> new NothingToWorkWithException("there is no version of " + models.target() + " "
                        + models.algorithm() + " before " + published + " that was ever published"));
    }

    private VersionSummary glancedAt(String version) {
        return summary(version, models::manifest);
    }

    private VersionSummary verified(String version) {
        return summary(version, name -> models.read(name).manifest());
    }

    private VersionSummary summary(String version, Function<String, Manifest> reader) {
        Optional<Manifest> manifest = Optional.empty();
        Optional<String> problem = Optional.empty();
        try {
            manifest = Optional.of(reader.apply(version));
        } catch (DamagedModelException damaged) {
            problem = Optional.of(damaged.getMessage());
        }
        return new VersionSummary(
                models.target(),
                models.algorithm(),
                version,
                publishedIfKnown().equals(Optional.of(version)),
                models.size(version),
                manifest.flatMap(found -> found.age(clock)),
                manifest,
                problem);
    }

    /** Where the file that says it is damaged, it is not known. */
    private Optional<String> publishedIfKnown() {
        try {
            return models.published();
        } catch (DamagedModelException unknown) {
            return Optional.empty();
        }
    }
}
