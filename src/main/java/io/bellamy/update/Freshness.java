package io.bellamy.update;

import io.bellamy.problem.DamagedModelException;
import io.bellamy.store.Fingerprint;
import io.bellamy.store.Manifest;
import io.bellamy.store.ModelVersions;
import io.bellamy.update.UpdateOutcome.State;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Is there anything to do? Files are read and hashed for that, nothing is trained or predicted. */
final class Freshness {

    private final ModelVersions versions;

    Freshness(ModelVersions versions) {
        this.versions = versions;
    }

    /**
     * What would come of it without an update, where the newest version was made of the same and its fate is settled: it
     * is published, or held back, or an older one was chosen instead. Damaged files settle nothing.
     *
     * @param same whether that is what a version was made of
     */
    Optional<UpdateOutcome> settled(Predicate<Fingerprint> same) {
        List<String> names = versions.names();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (!same.test(versions.manifest(names.get(0)).fingerprint())) {
                return Optional.empty();
            }
            Manifest newest = versions.verified(names.get(0));
            String answering = versions.published().orElseThrow();
            Manifest published = answering.equals(newest.version()) ? newest : versions.verified(answering);
            if (published.equals(newest) || versions.rolledBack()) {
                return Optional.of(outcome(State.UNCHANGED, published));
            }
            return newest.heldBack() ? Optional.of(outcome(State.HELD_BACK, newest)) : Optional.empty();
        } catch (DamagedModelException damaged) {
            return Optional.empty();
        }
    }

    private UpdateOutcome outcome(State state, Manifest manifest) {
        return new UpdateOutcome(state, manifest, versions.folder(manifest.version()));
    }
}
