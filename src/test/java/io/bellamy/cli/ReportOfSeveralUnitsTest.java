package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report on jobs of which some run on machines and others on executors: hours of these are never added. */
class ReportOfSeveralUnitsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 8, 1);

    @TempDir
    private Path folder;

    private NightlyJobs jobs;

    @BeforeEach
    void prepare() throws IOException {
        jobs = new NightlyJobs(folder);
        Files.writeString(
                folder.resolve("data/mine/dataset.yml"),
                "algorithms:\n  users: {scale_out: {column: nodes, of: executors}}\n",
                StandardOpenOption.APPEND);
        for (String job : new String[] {"orders", "users"}) {
            // more than four machines help nobody
            jobs.job(job, "", FIRST, 40, 0, night -> new NightlyJobs.Night(0, Math.min(night.nodes(), 4), night.size())
                    .shared(job.equals("users") ? 900 : 300, 0.9));
        }
        Bellamy trained = jobs.write().bellamy("pretrain", "-a", "all", "--quiet");
        assertThat(trained.exitCode()).as(trained.err()).isIn(ExitCode.DONE, ExitCode.NOTHING_TO_WORK_WITH);
    }

    private JsonNode report(String... more) throws IOException {
        Bellamy reported = jobs.bellamy("report", OwnFolder.with(more, "-o", "json"));
        assertThat(reported.exitCode()).as(reported.err()).isZero();
        JsonNode document = new ObjectMapper().readTree(reported.out());
        assertThat(Schemas.of("report").validate(document)).isEmpty();
        return document;
    }

    private static Map<String, Double> totals(JsonNode report) {
        Map<String, Double> totals = new TreeMap<>();
        report.get("totals")
                .forEach(total -> totals.put(
                        total.get("currency").asText(),
                        total.get("saving_a_month").asDouble()));
        return totals;
    }

    @Test
    void withoutPricesEachUnitHasItsOwnTotalPlaceAndPicture() throws IOException {
        JsonNode report = report();
        assertThat(report.has("currency")).isFalse();
        assertThat(report.has("saving_a_month")).isFalse();
        Map<String, Double> totals = totals(report);
        assertThat(totals).containsOnlyKeys("executor-h", "machine-h");
        assertThat(totals.values()).as("something can be saved").anyMatch(amount -> amount > 0);
        for (JsonNode job : report.get("jobs")) {
            String currency = job.get("name").asText().equals("users") ? "executor-h" : "machine-h";
            assertThat(job.get("currency").asText()).isEqualTo(currency);
            assertThat(job.get("saving_a_month").asDouble()).isCloseTo(totals.get(currency), within(1e-9));
        }
        Path page = folder.resolve("report.html");
        String text = jobs.bellamy("report", "--html", page.toString()).out();
        assertThat(text)
                .startsWith(String.format(
                        Locale.ROOT,
                        "mine: %.2f executor-h and %.2f machine-h a month can be saved, on ",
                        totals.get("executor-h"),
                        totals.get("machine-h")))
                .containsPattern("orders +.* machine-h +.* machine-h ")
                .containsPattern("users +.* executor-h +.* executor-h ")
                .doesNotContain("a machine of its own");
        assertThat(Pattern.compile("Cost a month in ([a-z]+-h)")
                        .matcher(Files.readString(page))
                        .results())
                .extracting((MatchResult found) -> found.group(1))
                .containsExactly("executor-h", "machine-h");
    }

    @Test
    void atPricesAllIsOneCurrency() throws IOException {
        Path prices = Files.writeString(folder.resolve("prices.yml"), "{currency: EUR, per_hour: {large: 3.6}}\n");
        JsonNode report = report("--prices", prices.toString());
        assertThat(report.get("currency").asText()).isEqualTo("EUR");
        assertThat(totals(report))
                .isEqualTo(Map.of("EUR", report.get("saving_a_month").asDouble()));
        assertThat(jobs.bellamy("report", "--prices", prices.toString()).out())
                .containsPattern("orders .* [0-9.]+ +[0-9.]+ +(> )?[0-9.]+ %")
                .contains("costs: where the scale-out counts executors, each was taken to have a machine of its own");
    }
}
