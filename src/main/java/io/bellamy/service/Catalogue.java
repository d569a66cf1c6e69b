package io.bellamy.service;

import io.bellamy.store.ModelVersions;
import java.util.List;
import java.util.Optional;

/** The stored models. Safe for several threads. */
public final class Catalogue {

    private final Workspace workspace;

    public Catalogue(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * The versions of every algorithm that is asked for and has some.
     *
     * @param target only of this data set, where one is given
     * @param algorithm only of this algorithm, where one is given
     */
    public List<StoredVersions> all(Optional<String> target, Optional<String> algorithm) {
        return workspace.models().all().stream()
                .filter(models -> target.map(models.target()::equals).orElse(true))
                .filter(models -> algorithm.map(models.algorithm()::equals).orElse(true))
                .map(this::versions)
                .toList();
    }

    /**
     * The versions of one algorithm.
     *
     * @throws io.bellamy.problem.NothingToWorkWithException if there is none
     */
    public StoredVersions of(String target, String algorithm) {
        ModelVersions models = workspace.models().of(target, algorithm);
        models.requireSome();
        return versions(models);
    }

    private StoredVersions versions(ModelVersions models) {
        return new StoredVersions(models, workspace.clock());
    }
}
