package io.bellamy.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.store.Manifest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A stored version in brief.
 *
 * @param target the data set
 * @param algorithm the algorithm
 * @param version its name
 * @param published whether it is the one that answers
 * @param bytes how large its files are together
 * @param age since it was made; absent where the manifest is damaged
 * @param manifest absent where it is damaged
 * @param problem what is wrong with it, where something is
 */
public record VersionLine(
        String target,
        String algorithm,
        String version,
        boolean published,
        long bytes,
        Optional<Duration> age,
        Optional<Manifest> manifest,
        Optional<String> problem) {

    static final List<String> HEADER =
            List.of("target", "algorithm", "version", "state", "runs", "validation_loss", "mae", "age", "size");

    private static final long KB = 1000;

    List<String> cells() {
        return List.of(
                target,
                algorithm,
                version,
                state(),
                figure(found -> Integer.toString(found.trainingRows())),
                figure(found ->
                        String.format(Locale.ROOT, "%.3f", found.validation().loss())),
                figure(found ->
                        String.format(Locale.ROOT, "%.3f", found.validation().mae())),
                age.map(Words::age).orElse("-"),
                Math.max(1, Math.round((double) bytes / KB)) + " kB");
    }

    ObjectNode json() {
        ObjectNode node = ReportJson.object()
                .put("training_target", target)
                .put("algorithm", algorithm)
                .put("version", version)
                .put("published", published)
                .put("size_bytes", bytes);
        problem.ifPresent(text -> node.put("problem", text));
        age.ifPresent(time -> node.put("age_seconds", time.toSeconds()));
        manifest.ifPresent(found -> {
            node.put("created", found.created()).put("held_back", found.heldBack());
            ReportJson.putFigures(node, found);
        });
        return node;
    }

    private String state() {
        String damage = problem.isPresent() ? "damaged" : "";
        String held = manifest.filter(Manifest::heldBack).isPresent() ? "held back" : "";
        return String.join(
                ", ",
                List.of(published ? "published" : "", damage, held).stream()
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    private String figure(Function<Manifest, String> shown) {
        return manifest.map(shown).orElse("-");
    }
}
