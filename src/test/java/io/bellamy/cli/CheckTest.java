package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs since a day beside what was expected of them, through the real command line. */
class CheckTest extends CheckCases {

    @Test
    void tellsWhatHasDriftedHowAndSinceWhen() throws IOException {
        steady("steady");
        LocalDate release = FIRST.plusDays(41);
        jobs.job("orders", "", FIRST, NIGHTS, 0, night -> night.shared(60, 0.9) * (night.number() < 41 ? 1 : 1.38))
                .job("users", "", FIRST, NIGHTS, 0.012, night -> night.shared(40, 0.5))
                .job("events", "", FIRST, NIGHTS, 0, night -> night.shared(50, 0.8) * Math.pow(1.01, night.number()))
                .job(
                        "wild",
                        "",
                        FIRST,
                        NIGHTS,
                        0,
                        night ->
                                night.shared(50, 0.7) * (night.number() < 36 ? 1 : night.number() % 2 == 0 ? 0.6 : 1.7))
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
        // after the first night of the release answers hold both levels, from the fourth on the new one
        assertThat(orders.at("/inside/runs").asInt()).isEqualTo(13);
        assertThat(orders.at("/inside/improbable").asBoolean()).isFalse();

        JsonNode wild = job(document, "wild");
        assertThat(wild.at("/inside/improbable").asBoolean()).isTrue();
        assertThat(wild.get("findings").toString()).contains("runs lie where 90 % of runs were expected");

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
        holdOneBack();
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

    /** Makes a newer version that is too bad to be published. */
    private void holdOneBack() throws IOException {
        Path configuration = folder.resolve("config.yml");
        String usual = Files.readString(configuration);
        Replaced.inFile(configuration, "parts: both", "parts: networks");
        Bellamy worse = jobs.bellamy("pretrain", "-a", "steady", "--epochs", "1");
        assertThat(worse.exitCode()).as(worse.err()).isEqualTo(ExitCode.HELD_BACK);
        Files.writeString(configuration, usual);
    }

    private JsonNode model(LocalDate since) throws IOException {
        return job(valid(jobs.bellamy("check", "--since", since.toString(), "-o", "json")), "steady")
                .get("model");
    }
}
