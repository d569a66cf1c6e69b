package io.bellamy.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.service.VersionSummary;
import io.bellamy.store.Manifest;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A stored version in brief, as a row of a table and as JSON. */
final class VersionLine {

    static final List<String> HEADER =
            List.of("target", "algorithm", "version", "state", "runs", "validation_loss", "mae", "age", "size");

    private static final long KB = 1000;

    private VersionLine() {}

    static List<String> cells(VersionSummary version) {
        return List.of(
                version.target(),
                version.algorithm(),
                version.version(),
                state(version),
                figure(version, found -> Integer.toString(found.trainingRows())),
                figure(
                        version,
                        found -> String.format(
                                Locale.ROOT, "%.3f", found.validation().loss())),
                figure(
                        version,
                        found -> String.format(
                                Locale.ROOT, "%.3f", found.validation().mae())),
                version.age().map(Words::age).orElse("-"),
                Math.max(1, Math.round((double) version.bytes() / KB)) + " kB");
    }

    static ObjectNode json(VersionSummary version) {
        ObjectNode node = ReportJson.object()
                .put("training_target", version.target())
                .put("algorithm", version.algorithm())
                .put("version", version.version())
                .put("published", version.published())
                .put("size_bytes", version.bytes());
        version.problem().ifPresent(text -> node.put("problem", text));
        version.age().ifPresent(time -> node.put("age_seconds", time.toSeconds()));
        version.manifest().ifPresent(found -> {
            node.put("created", found.created()).put("held_back", found.heldBack());
            ReportJson.putFigures(node, found);
        });
        return node;
    }

    private static String state(VersionSummary version) {
        String damage = version.problem().isPresent() ? "damaged" : "";
        String held = version.manifest().filter(Manifest::heldBack).isPresent() ? "held back" : "";
        return String.join(
                ", ",
                List.of(version.published() ? "published" : "", damage, held).stream()
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    private static String figure(VersionSummary version, Function<Manifest, String> shown) {
        return version.manifest().map(shown).orElse("-");
    }
}
