package io.bellamy.cli;

import io.bellamy.checking.CheckSummary;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import io.bellamy.report.CheckMetrics;
import io.bellamy.report.CheckPage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options for files that tell what came of a check. */
final class CheckFiles {

    private static final String METRICS = ".prom";

    @Mixin
    private PageOption page = new PageOption();

    @Option(
            names = "--prometheus",
            paramLabel = "FILE",
            description =
                    "write the figures into this file, .prom, for the textfile collector of Prometheus' node exporter")
    private Optional<Path> metrics = Optional.empty();

    /** Tells where a file can't be written. */
    void check(Problems problems) {
        page.check(problems);
        metrics.filter(file -> !file.toString().endsWith(METRICS))
                .ifPresent(file -> problems.add(
                        "--prometheus: " + Quoted.of(file) + " must end in .prom: the collector reads no other file"));
        NewFile.check(problems, "--prometheus", metrics);
    }

    /** Writes those that are wanted. */
    void write(CheckSummary summary) {
        page.write(() -> CheckPage.html(summary));
        metrics.ifPresent(file ->
                NewFile.write(file, CheckMetrics.text(summary, Instant.now()).getBytes(StandardCharsets.UTF_8)));
    }
}
