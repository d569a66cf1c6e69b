package io.bellamy.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.problem.Counted;
import io.bellamy.problem.Quoted;
import io.bellamy.service.VersionSummary;
import io.bellamy.store.Manifest;
import java.util.Locale;

/** All that there is to say of one version. */
public final class VersionReport {

    /** For people. */
    public String text(VersionSummary version, Manifest manifest) {
        StringBuilder text = new StringBuilder();
        add(text, "%s %s, version %s", version.target(), version.algorithm(), version.version());
        add(text, "%s, format %d", version.published() ? "published" : "not published", manifest.formatVersion());
        add(
                text,
                "made %s in %d s by Bellamy %s on Java %s with DJL %s",
                manifest.created(),
                Math.round(manifest.seconds()),
                manifest.programVersion(),
                manifest.javaVersion(),
                manifest.djlVersion());
        if (!manifest.processor().isEmpty()) {
            add(text, "on a processor of the kind %s", manifest.processor());
        }
        manifest.data()
                .forEach(file -> add(
                        text, "data %s, %s, sha256 %s", file.name(), Counted.of(file.runs(), "run"), file.sha256()));
        add(
                text,
                "configuration sha256 %s, overridden by %s, seed %d",
                manifest.configuration().sha256(),
                manifest.configuration().overrides(),
                manifest.seed());
        add(
                text,
                "best of %s: %s",
                Counted.of(manifest.trials().size(), "trial"),
                manifest.best().parameters());
        add(
                text,
                "validation on %s: loss %.4f, mean absolute error %.3f s",
                Counted.of(manifest.validationRows(), "run"),
                manifest.validation().loss(),
                manifest.validation().mae());
        manifest.comparison().ifPresent(comparison -> add(text, "%s", ComparisonText.of(comparison)));
        if (manifest.heldBack()) {
            add(text, "held back: it is worse by more than the margin");
        }
        manifest.files().forEach((name, sha256) -> add(text, "file %s, sha256 %s", name, sha256));
        return text.toString();
    }

    /** One document. */
    public String json(VersionSummary version, Manifest manifest) {
        ObjectNode node = VersionLine.json(version)
                .put("format_version", manifest.formatVersion())
                .put("program_version", manifest.programVersion())
                .put("java_version", manifest.javaVersion())
                .put("djl_version", manifest.djlVersion())
                .put("processor", manifest.processor())
                .put("seconds", manifest.seconds())
                .put("seed", manifest.seed())
                .put("configuration_sha256", manifest.configuration().sha256());
        ObjectNode overrides = node.putObject("overrides");
        manifest.configuration().overrides().forEach(overrides::put);
        ObjectNode best = node.putObject("best_parameters");
        manifest.best().parameters().forEach(best::put);
        node.put("trials", manifest.trials().size());
        manifest.data().forEach(file -> node.withArray("data")
                .addObject()
                .put("name", file.name())
                .put("sha256", file.sha256())
                .put("runs", file.runs()));
        ObjectNode files = node.putObject("files");
        manifest.files().forEach(files::put);
        return ReportJson.text(node);
    }

    private static void add(StringBuilder text, String format, Object... values) {
        text.append(Quoted.line(String.format(Locale.ROOT, format, values))).append(System.lineSeparator());
    }
}
