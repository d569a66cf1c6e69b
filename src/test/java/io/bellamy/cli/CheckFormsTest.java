package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In which forms a check is told, and what becomes of its files. */
class CheckFormsTest extends CheckCases {

    @Test
    void figuresAreThoseOfTheRunsInEveryForm() throws IOException {
        steady("steady");
        jobs.run("late", FIRST.toString(), 2, 9, "large", 10, "")
                .run("old", FIRST.minusDays(9).toString(), 2, 9, "large", 10, "")
                .write();
        Path page = folder.resolve("check.html");
        Path metrics = Files.writeString(folder.resolve("bellamy.prom"), "of before");
        Bellamy checked = check(
                "-o", "json", "--html", page.toString(), "--prometheus", metrics.toString(), "--max-runtime", "900");
        assertThat(checked.exitCode()).as(checked.err()).isZero();
        JsonNode document = valid(checked);
        JsonNode steady = job(document, "steady");
        double error = 0;
        int inside = 0;
        for (JsonNode run : steady.get("checked")) {
            double measured = run.get("runtime_seconds").asDouble();
            error += Math.abs(run.get("predicted_seconds").asDouble() - measured) / measured / 14;
            inside += run.get("lower_seconds").asDouble() <= measured
                            && measured <= run.get("upper_seconds").asDouble()
                    ? 1
                    : 0;
        }
        assertThat(error).isBetween(0.001, 0.1);
        assertThat(steady.get("relative_error").asDouble()).isCloseTo(error, within(1e-9));
        assertThat(steady.at("/inside/runs").asInt()).isEqualTo(inside);
        assertThat(job(document, "old").get("reason").asText())
                .isEqualTo("no run since " + SINCE + "; the newest is of " + FIRST.minusDays(9));

        assertThat(Files.readString(metrics))
                .contains("bellamy_check_relative_error_ratio{data_set=\"mine\",name=\"steady\"} 0.0")
                .contains("\nbellamy_check_runs{data_set=\"mine\",name=\"steady\"} 14\n")
                .contains("\nbellamy_check_drifted{data_set=\"mine\",name=\"steady\"} 0\n")
                .contains("\nbellamy_check_deadline_missed_in_days{data_set=\"mine\",name=\"steady\"} +Inf\n");
        MetricsText.requireValid(Files.readString(metrics));
        assertThat(Files.readString(page))
                .contains("<circle", "deadline 900 s", inside + " of 14")
                .doesNotContain("<script");
        String row = String.format(
                Locale.ROOT,
                "steady +14 +%.1f %% +%d of 14 +8 x large +\\d+\\.\\d +yes +a model of the 36 runs before",
                100 * error,
                inside);
        // half of the runs meet it, but not nearly all
        double tight = 1.01 * steady.at("/deadline/runtime_seconds").asDouble();
        Bellamy missed = check("--max-runtime", Double.toString(tight), "--confidence", "0.99");
        assertThat(missed.exitCode()).isEqualTo(7);
        assertThat(missed.out().lines())
                .anyMatch(line -> line.matches(row))
                .anyMatch(
                        line -> line.matches(
                                "steady: misses its deadline of [0-9.]+ s, which 99 % of runs are to meet, at 8 machines: takes .*"))
                .contains("not checked: old: no run since " + SINCE + "; the newest is of " + FIRST.minusDays(9));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("check.html", "bellamy.prom", "config.yml", "data");
        }
    }

    @Test
    void argumentsMakeJobsAndNamesAreObeyedByNobody() throws IOException {
        String hostile = "\"></svg><script>alert(1)</script>\\ \u202e\u001b[2J";
        jobs.job("etl", hostile, FIRST, NIGHTS, 0, night -> night.shared(60, 0.9) * (night.number() < 41 ? 1 : 1.5))
                .job("etl", "--daily", FIRST, NIGHTS, 0, night -> night.shared(20, 0.3))
                .write();
        Path page = folder.resolve("check.html");
        Path metrics = folder.resolve("bellamy.prom");
        Bellamy checked = check(
                "-o", "json", "--html", page.toString(), "--prometheus", metrics.toString(), "--max-runtime", "9");
        assertThat(checked.exitCode()).as(checked.err()).isEqualTo(7);
        JsonNode document = valid(checked);
        JsonNode slower = job(document, "etl (" + hostile + ")");
        assertThat(slower.get("arguments").asText()).isEqualTo(hostile);
        assertThat(slower.at("/level_change/ratio").asDouble()).isCloseTo(1.5, within(0.1));
        assertThat(job(document, "etl (--daily)").has("level_change")).isFalse();
        MetricsText.requireValid(Files.readString(metrics));
        assertThat(Files.readString(page))
                .contains("etl (&quot;&gt;&lt;/svg&gt;&lt;script&gt;")
                .doesNotContainPattern("<script|[\\p{Cc}\\p{Cf}&&[^\\r\\n]]");
        assertThat(check().out()).doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\r\\n]]");
    }

    /** As on a full disk; killed at any moment it is no other, since a file is renamed when it is whole. */
    @Test
    void whereAFileFindsNoRoomThatOfBeforeStays() throws Exception {
        steady("steady");
        jobs.write();
        Path metrics = Files.writeString(folder.resolve("bellamy.prom"), "of before");
        // unpacks the engine, which is done once and would find no room either
        assertThat(check().exitCode()).isZero();
        try (BellamyProcess full = BellamyProcess.startUnder(
                List.of("sh", "-c", "ulimit -f 1; exec \"$@\"", "sh"),
                folder.resolve("err"),
                List.of(jobs.arguments(
                        "check", "--since", SINCE.toString(), "--quiet", "--prometheus", metrics.toString())))) {
            assertThat(full.exitCode()).as(full.err()).isEqualTo(1);
            assertThat(full.err()).contains("can't write " + metrics + ": the file would be larger than is allowed");
        }
        assertThat(metrics).hasContent("of before");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("bellamy.prom", "config.yml", "data", "err");
        }
    }
}
