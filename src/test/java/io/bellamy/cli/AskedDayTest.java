package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asking about a day, of jobs of which some take one percent longer each night. */
class AskedDayTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final int NIGHTS = 40;
    private static final LocalDate NEWEST = FIRST.plusDays(NIGHTS - 1);

    @TempDir
    private Path folder;

    private NightlyJobs jobs;

    @BeforeEach
    void prepare() throws IOException {
        jobs = new NightlyJobs(folder);
    }

    private Bellamy predict(String job, String... more) {
        return jobs.bellamy(
                "predict",
                Stream.concat(Stream.of("-a", job, "--scale-outs", "8", "-o", "json"), Stream.of(more))
                        .toArray(String[]::new));
    }

    private static JsonNode answer(Bellamy told) throws IOException {
        assertThat(told.exitCode()).as(told.err()).isZero();
        JsonNode document = JSON.readTree(told.out());
        assertThat(Schemas.of("prediction").validate(document)).isEmpty();
        return document;
    }

    private static double log(JsonNode document) {
        return Math.log(document.findValue("runtime_seconds").asDouble());
    }

    @Test
    void whatGrowsIsPredictedForTheDayThatIsAskedAbout() throws IOException {
        for (int job = 0; job < 3; job++) {
            double growth = job == 0 ? 0.01 : 0;
            jobs.job(
                    "job" + job,
                    "",
                    FIRST,
                    NIGHTS,
                    0,
                    night -> night.shared(45, 0.6) * Math.exp(growth * night.number()));
        }
        jobs.write();
        Bellamy pretrained = jobs.bellamy("pretrain", "-a", "all");
        assertThat(pretrained.exitCode()).as(pretrained.err()).isZero();

        JsonNode next = answer(predict("job0"));
        assertThat(answer(predict("job0", "--day", NEWEST.plusDays(1).toString()))
                        .findValue("predictions"))
                .isEqualTo(next.findValue("predictions"));
        JsonNode later = answer(predict("job0", "--day", NEWEST.plusDays(11).toString()));
        assertThat(later.findValue("request").get("day").asText())
                .isEqualTo(NEWEST.plusDays(11).toString());
        assertThat(log(later) - log(next)).isCloseTo(0.1, within(0.03));
        assertThat(width(later)).isGreaterThan(width(next));
        assertThat(log(answer(predict("job1", "--day", NEWEST.plusDays(11).toString()))) - log(answer(predict("job1"))))
                .isCloseTo(0, within(0.02));
        JsonNode earlier = answer(predict("job0", "--day", FIRST.plusDays(9).toString()));
        assertThat(log(earlier) - log(next)).isCloseTo(-0.31, within(0.05));
        assertThat(earlier.findValue("warnings").toString()).contains("the newest is of " + NEWEST);
        assertThat(answer(predict("job0", "--day", NEWEST.plusDays(60).toString()))
                        .findValue("warnings")
                        .toString())
                .contains("60 days after the newest run, and the runs are of 40 days");

        Path request = Files.writeString(
                folder.resolve("request.yml"),
                jobs.bellamy(
                                "init",
                                "-a",
                                "job0",
                                "--scale-outs",
                                "8",
                                "--day",
                                NEWEST.plusDays(11).toString())
                        .out());
        Bellamy told = jobs.bellamy("predict", "-r", request.toString());
        assertThat(told.out()).contains("  day: " + NEWEST.plusDays(11) + "\n");
        assertThat(answer(jobs.bellamy("predict", "-r", request.toString(), "-o", "json"))
                        .findValue("predictions"))
                .isEqualTo(later.findValue("predictions"));

        assertThat(predict("job0", "--day", NEWEST.plusYears(11).toString()).err())
                .contains("day: " + NEWEST.plusYears(11) + " must be within 10 years of the runs");
        assertThat(predict("job0", "--day", "tomorrow").err())
                .contains("--day: 'tomorrow' must be a day as 2026-12-24");
        Files.writeString(request, Files.readString(request).replaceFirst("day: .*", "day: 2026-02-30"));
        assertThat(jobs.bellamy("predict", "-r", request.toString()).err())
                .contains("day: '2026-02-30' must be the day on which the job is to run, as 2026-11-29");
    }

    private static double width(JsonNode document) {
        JsonNode interval = document.findValue("interval");
        return Math.log(interval.get("upper_seconds").asDouble()
                / interval.get("lower_seconds").asDouble());
    }

    /** Whoever asks about tomorrow each night is answered from the first nights of a job on. */
    @Test
    void ofAJobOfWhichTooFewDaysAreKnownItIsToldThatTheDayDoesNotMatterYet() throws IOException {
        jobs.job("young", "", FIRST, 6, 0, night -> night.shared(45, 0.6));
        jobs.write();
        assertThat(jobs.bellamy("pretrain", "-a", "young").exitCode()).isZero();
        JsonNode told = answer(predict("young", "--day", FIRST.plusDays(6).toString()));
        assertThat(told.findValue("warnings").toString())
                .contains("day: the answer is the same for all days, since")
                .doesNotContain("tell their day");
        assertThat(told.findValue("predictions"))
                .isEqualTo(answer(predict("young")).findValue("predictions"));
    }

    /** A fifth without a day: what the others tell of time has no part in an answer, which says so. */
    @Test
    void whereTooFewTellTheirDayEveryAnswerSaysSo() throws IOException {
        jobs.job("etl", "", FIRST, NIGHTS, 0, night -> night.shared(45, 0.6));
        for (int i = 0; i < NIGHTS / 4; i++) {
            jobs.run("etl", "", 8, 270 + i, "large", 3000, "");
        }
        jobs.write();
        assertThat(jobs.bellamy("pretrain", "-a", "etl").exitCode()).isZero();
        assertThat(answer(predict("etl")).findValue("warnings").toString())
                .contains("40 of 50 runs tell their day, which are too few: time does not count");
        Path runs = folder.resolve("data/mine/runs.csv");
        Files.write(
                runs,
                Files.readAllLines(runs).stream()
                        .filter(line -> !line.startsWith("etl,,") || line.contains(",270.00,"))
                        .toList());
        assertThat(jobs.bellamy("pretrain", "-a", "etl").exitCode()).isZero();
        assertThat(answer(predict("etl")).findValue("warnings").toString()).doesNotContain("tell their day");
    }

    @Test
    void whereRunsTellNoDaysNoneCanBeAskedAbout() {
        OwnFolder own = OwnFolder.in(folder.resolve("own")).withModels();
        Bellamy told = Bellamy.run(own.arguments("predict", "-a", "wordcount", "--day", "2026-12-24"));
        assertThat(told.exitCode()).isEqualTo(2);
        assertThat(told.err()).contains("the runs do not tell their days: measured_at in dataset.yml");
    }
}
