package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs since a day beside what was expected of them, through the real command line. */
class CheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final int NIGHTS = 50;
    private static final LocalDate SINCE = FIRST.plusDays(36);

    @TempDir
    private Path folder;

    private NightlyJobs jobs;

    @BeforeEach
    void prepare() throws IOException {
        jobs = new NightlyJobs(folder);
    }

    private void steady(String name) {
        jobs.job(name, "", FIRST, NIGHTS, 0, night -> night.shared(45, 0.6));
    }

    @Test
    void tellsWhatHasDriftedHowAndSinceWhen() throws IOException {
        steady("steady");
        LocalDate release = FIRST.plusDays(41);
        jobs.job("orders", "", FIRST, NIGHTS, 0, night -> night.shared(60, 0.9) * (night.number() < 41 ? 1 : 1.38))
                .job("users", "", FIRST, NIGHTS, 0.012, night -> night.shared(40, 0.5))
                .job("events", "", FIRST, NIGHTS, 0, night -> night.shared(50, 0.8) * Math.pow(1.01, night.number()))
                .job("clicks", "", FIRST, NIGHTS, 0, night -> new NightlyJobs.Night(
                                0, night.number() < 36 ? night.nodes() : 4, night.size())
                        .shared(20, 1))
                .write();
        Path deadlines = Files.writeString(
                folder.resolve("deadlines.yml"), "max_runtime: {users: 430, steady: 900, events: 100, orders: 480}\n");
        Bellamy checked = check("-o", "json", "--deadlines", deadlines.toString());
        assertThat(checked.exitCode()).as(checked.err()).isEqualTo(7);
        JsonNode document = valid(checked);
        assertThat(document.get("drifted").asBoolean()).isTrue();

        JsonNode steady = job(document, "steady");
        assertThat(steady.get("state").asText())
                .as(steady.get("findings").toString())
                .isEqualTo("steady");
        assertThat(steady.get("findings")).isEmpty();
        assertThat(steady.at("/deadline/days_ahead").asInt()).isEqualTo(90);
        assertThat(steady.get("deadline").has("missed_on")).isFalse();
        assertThat(steady.get("model").toString()).isEqualTo("{\"runs\":36}");
        assertThat(steady.get("checked")).hasSize(14);

        JsonNode orders = job(document, "orders");
        assertThat(orders.at("/level_change/since").asText()).isEqualTo(release.toString());
        assertThat(orders.at("/level_change/before").asText())
                .isEqualTo(release.minusDays(1).toString());
        assertThat(orders.at("/level_change/ratio").asDouble()).isCloseTo(1.38, within(0.06));
        assertThat(orders.at("/level_change/gradual").asBoolean()).isFalse();
        assertThat(orders.get("findings").get(1).asText()).matches("(3[4-9]|4[0-4]) % slower since " + release);

        // 398 s before, 38 % more since
        assertThat(orders.at("/deadline/missed_in_days").asInt()).isZero();
        assertThat(orders.at("/deadline/runtime_seconds").asDouble()).isCloseTo(548, within(45.0));
        assertThat(orders.at("/inside/improbable").asBoolean()).isTrue();
        assertThat(orders.get("findings").toString()).contains("runs lie where 90 % of runs were expected");

        JsonNode users = job(document, "users");
        assertThat(users.get("data_growth_30_days").asDouble()).isCloseTo(Math.expm1(30 * 0.012), within(0.05));
        assertThat(users.get("runtime_growth_30_days").asDouble()).isBetween(0.2, 0.45);
        // 376 s on the day after, and 1.1 % more each day: 12 days
        assertThat(users.at("/deadline/missed_in_days").asInt()).isBetween(8, 16);
        assertThat(users.get("findings").get(0).asText())
                .matches(
                        "will miss its deadline of 430 s in \\d+ days at 8 machines, on 2026-1[01]-\\d\\d, at the present"
                                + " growth");

        JsonNode events = job(document, "events");
        assertThat(events.at("/level_change/gradual").asBoolean()).isTrue();
        assertThat(events.at("/level_change/ratio").asDouble()).isCloseTo(Math.pow(1.01, 49), within(0.15));
        assertThat(events.at("/deadline/missed_in_days").asInt()).isZero();
        assertThat(events.at("/deadline/late_runs").asInt()).isEqualTo(14);
        assertThat(events.get("findings").get(0).asText())
                .startsWith("misses its deadline of 100 s at 8 machines: takes ");

        JsonNode clicks = job(document, "clicks");
        assertThat(clicks.at("/scaling_loss/least_scale_out").asInt()).isEqualTo(4);
        assertThat(clicks.at("/scaling_loss/most_scale_out").asInt()).isEqualTo(12);
        assertThat(clicks.at("/scaling_loss/ratio_before").asDouble()).isCloseTo(270.0 / 770, within(0.08));
        assertThat(clicks.at("/scaling_loss/ratio_since").asDouble()).isCloseTo(1, within(0.1));
        for (String name : List.of("steady", "orders", "users")) {
            assertThat(job(document, name).has("scaling_loss")).as(name).isFalse();
        }
    }

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
                .anyMatch(line -> line.matches(
                        "steady: misses its deadline of [0-9.]+ s in 99 % of runs at 8 machines: takes .*"))
                .contains("not checked: old: no run since " + SINCE + "; the newest is of " + FIRST.minusDays(9));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("check.html", "bellamy.prom", "config.yml", "data");
        }
    }

    @Test
    void nothingOfTheSameDayOrLaterMovesAnExpectation() throws IOException {
        LocalDate changed = SINCE.plusDays(5);
        steady("steady");
        List<JsonNode> honest = predictions();
        jobs = new NightlyJobs(folder);
        jobs.job("steady", "", FIRST, NIGHTS, 0, night -> night.shared(45, 0.6) * (night.number() < 41 ? 1 : 3));
        List<JsonNode> planted = predictions();
        int moved = 0;
        for (int i = 0; i < honest.size(); i++) {
            String predicted = honest.get(i).get("predicted_seconds").asText();
            if (honest.get(i).get("day").asText().compareTo(changed.toString()) <= 0) {
                assertThat(planted.get(i).get("predicted_seconds").asText())
                        .as(honest.get(i).toString())
                        .isEqualTo(predicted);
            } else if (!planted.get(i).get("predicted_seconds").asText().equals(predicted)) {
                moved++;
            }
        }
        assertThat(moved).isPositive();
    }

    private List<JsonNode> predictions() throws IOException {
        jobs.write();
        List<JsonNode> runs = new ArrayList<>();
        job(valid(check("-o", "json")), "steady").get("checked").forEach(runs::add);
        assertThat(runs).hasSize(14);
        return runs;
    }

    @Test
    void aStoredModelSpeaksOnlyWhereItHasSeenNoneOfTheRuns() throws IOException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        LocalDate first = today.minusDays(30);
        jobs.job("steady", "", first, 30, 0, night -> night.shared(45, 0.6)).write();
        String version = pretrained();
        // the clocks of others are ahead
        jobs.job("steady", "", today.plusDays(3), 5, 0, night -> night.shared(45, 0.6))
                .write();
        assertThat(model(today.plusDays(2)).toString()).isEqualTo("{\"version\":\"" + version + "\",\"runs\":30}");
        // it has seen these
        assertThat(model(today.minusDays(10)).toString()).isEqualTo("{\"runs\":20}");
        pretrained();
        // the newest is old enough by its date, and yet has seen the runs
        assertThat(model(today.plusDays(2)).get("version").asText()).isEqualTo(version);
    }

    private String pretrained() {
        Bellamy trained = jobs.bellamy("pretrain", "-a", "steady", "--force");
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        return Path.of(trained.out().strip()).getFileName().toString();
    }

    private JsonNode model(LocalDate since) throws IOException {
        return job(valid(jobs.bellamy("check", "--since", since.toString(), "-o", "json")), "steady")
                .get("model");
    }

    @Test
    void oneJobThatCannotBeCheckedDoesNotStopTheOthers() throws IOException {
        steady("steady");
        jobs.job("young", "", SINCE, 8, 0, night -> night.shared(45, 0.6));
        jobs.job("newborn", "", SINCE, 3, 0, night -> night.shared(45, 0.6));
        jobs.run("undated", "", 8, 100, "large", 1000, "").write();
        Bellamy checked = check("-o", "json", "-a", "all");
        assertThat(checked.exitCode()).isEqualTo(2);
        assertThat(checked.err())
                .contains("bellamy: mine undated: the data of mine undated do not tell when the runs were:"
                        + " measured_at in dataset.yml names the column");
        JsonNode document = valid(checked);
        assertThat(job(document, "steady").get("state").asText()).isEqualTo("steady");
        assertThat(job(document, "undated").get("state").asText()).isEqualTo("failed");
        JsonNode young = job(document, "young");
        assertThat(young.get("from").asText()).isEqualTo(SINCE.plusDays(3).toString());
        assertThat(young.get("model").toString()).isEqualTo("{\"runs\":3}");
        assertThat(young.get("checked")).hasSize(5);
        assertThat(job(document, "newborn").get("reason").asText())
                .startsWith("fewer than 3 runs before any day since " + SINCE);
        assertThat(check("-a", "young").out())
                .contains("young: checked from " + SINCE.plusDays(3) + " on, for there were too few runs before");
        Bellamy none = jobs.bellamy("check", "-a", "steady", "--since", "2027-01-01");
        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.out())
                .startsWith("mine: nothing was checked since 2027-01-01")
                .contains("no run since 2027-01-01; the newest is of 2026-10-20");
        jobs.describe("");
        Bellamy undated = check("-a", "steady");
        assertThat(undated.exitCode()).isEqualTo(2);
        assertThat(undated.err()).contains("measured_at in dataset.yml names the column with the day or time");
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

    @Test
    void allThatIsWrongWithOptionsAndFilesIsToldBeforeTheWork() throws IOException {
        steady("steady");
        jobs.write();
        Path linked = Files.createSymbolicLink(folder.resolve("link.prom"), folder.resolve("elsewhere"));
        Bellamy refused = jobs.bellamy(
                "check",
                "--since",
                "20.11.2026",
                "--ahead",
                "0",
                "--max-runtime",
                "-1",
                "--confidence",
                "2",
                "--html",
                folder.resolve("none/check.html").toString(),
                "--prometheus",
                folder.resolve("check.txt").toString());
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("--since: '20.11.2026' must be a day as 2026-11-20, or a number of days as 14d")
                .contains("--ahead: '0' must be a whole number", "--max-runtime: '-1.0'", "--confidence: '2.0'")
                .contains("check.html' must be a file in a folder that exists")
                .contains("check.txt' must end in .prom");
        assertThat(check("--prometheus", linked.toString()).err()).contains("link.prom", "is a link");
        Path deadlines = Files.writeString(
                folder.resolve("deadlines.yml"), "max_runtime: {steadi: 3, steady: soon}\nmax_runtimes: {}\n");
        Bellamy wrong = check("--deadlines", deadlines.toString());
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err())
                .contains("deadlines.yml:1: max_runtime.steadi: is no algorithm of the data set, which has steady")
                .contains("max_runtime.steady: 'soon' must be a number", "max_runtimes: unknown key");
        assertThat(jobs.bellamy("check", "--since", "10000d", "-a", "steady").exitCode())
                .as("all that there is")
                .isZero();
        assertThat(jobs.bellamy("check").err()).contains("--since");
    }

    private Bellamy check(String... more) {
        return jobs.bellamy(
                "check",
                Stream.concat(Stream.of("--since", SINCE.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private static JsonNode valid(Bellamy checked) throws IOException {
        JsonNode document = JSON.readTree(checked.out());
        assertThat(Schemas.of("check").validate(document)).isEmpty();
        return document;
    }

    private static JsonNode job(JsonNode document, String name) {
        for (JsonNode job : document.get("jobs")) {
            if (job.get("name").asText().equals(name)) {
                return job;
            }
        }
        throw new AssertionError("no job " + name + " in " + document);
    }
}
