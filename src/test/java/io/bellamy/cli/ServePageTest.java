package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellamy.browser.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page of {@code bellamy serve} in a real browser, by clicks and keys. */
class ServePageTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final int NIGHTS = 40;
    private static final String HOSTILE = "<img src=x onerror=document.body.dataset.injected=1>";
    private static final String SCRIPT = "</td><script>document.body.dataset.injected=2</script>";

    @TempDir
    private static Path folder;

    private static ServedFolder served;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        browser = Browser.start(folder);
        NightlyJobs jobs = new NightlyJobs(folder)
                .job("etl", SCRIPT, FIRST, NIGHTS, 0, night -> night.shared(45, 0.6))
                .job("orders", "", FIRST, NIGHTS, 0, night -> night.shared(60, 0.9) * (night.number() < 30 ? 1 : 1.5));
        for (int i = 0; i < 3; i++) {
            jobs.run("etl", FIRST.plusDays(i).toString(), 4 + 4 * i, 400 - 100 * i, HOSTILE, 3000, SCRIPT);
        }
        jobs.write();
        Bellamy pretrained = jobs.bellamy("pretrain", "-a", "all", "--quiet");
        assertThat(pretrained.exitCode()).as(pretrained.err()).isZero();
        served = ServedFolder.by(new OwnFolder(folder), jobs.arguments("serve", "--listen", "0"));
    }

    @AfterAll
    static void stop() {
        if (served != null) {
            served.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        browser.look(1280, 900, false);
        browser.open(served.address() + "/?" + System.nanoTime());
        browser.awaitText("state", "are recommended");
    }

    /** Whatever was clicked: nothing fails, nothing is blocked, and no name was taken for more than a text. */
    @AfterEach
    void nothingWentWrong() {
        assertThat(browser.console()).allMatch(line -> line.contains("the server responded with a status of 4"));
        assertThat(browser.run("return document.body.dataset.injected ?? 'no'")).isEqualTo("no");
    }

    private static void write(String id, String text) {
        WebElement field = browser.byId(id);
        field.clear();
        field.sendKeys(text);
    }

    private static String json(String request) throws Exception {
        return served.post("/v1/predict", ServedFolder.YAML, request).body();
    }

    @Test
    void whatIsAskedIsAnsweredAsByTheService() throws Exception {
        browser.choose("job", "orders on mine");
        browser.awaitText("job-facts", "40 runs on 4 to 12 machines, the newest of 2026-10-10");
        browser.byId("machine-0").click();
        write("machine-other", "large");
        write("machine-other-price", "0.5");
        write("deadline", "700");
        write("confidence", "0.9");
        browser.first("#request button.main").click();
        JsonNode answer = ServedFolder.JSON.readTree(
                json("""
                {training_target: mine, algorithm: orders, min_scale_out: 2, max_scale_out: 24, max_runtime: 700, confidence: 0.9,
                 prices: {per_hour: {large: 0.5}}, essential_properties: {machine_type: large, job_args: '', data_size_MB: %s,
                 data_characteristics: '', environment: ''}}
                """.formatted(browser.first("[data-property=data_size_MB]").getDomProperty("value"))));
        JsonNode choice = answer.path("recommendation");
        browser.awaitText("choice", choice.path("scale_out").asInt() + " × large");
        browser.awaitText(
                "choice-words",
                String.format(
                        Locale.ROOT, "%.1f s (", choice.path("runtime_seconds").asDouble()));
        assertThat(browser.byId("choice-words").getText()).contains(" USD, within 700 s in ");
        assertThat(browser.byId("answer-body").getText())
                .contains("cost [USD]", answer.path("model_version").asText());
        assertThat(browser.run("return document.querySelectorAll('#answer-body tbody')[0].rows.length"))
                .isEqualTo(23L);
        assertThat(browser.run("return document.getElementById('picture').decode().then(() =>"
                        + " document.getElementById('picture').naturalWidth)"))
                .isInstanceOf(Long.class);
        assertThat(browser.first("#answer-body tr.best").getText()).contains("recommended");
    }

    @Test
    void severalMachineTypesAreComparedAndHostileNamesAreTexts() {
        browser.choose("job", "etl on mine");
        browser.awaitText("runs", "43 of 43 runs");
        browser.first("[data-machine^='<img']").click();
        browser.awaitText("answer-body", HOSTILE);
        browser.awaitText("answer-body", "How the model sees");
        browser.awaitAttribute("picture", "src", "blob:");
        browser.byId("next").click();
        browser.awaitText("next-run", "known there");
        assertThat(browser.byId("runs").getText()).contains(HOSTILE, SCRIPT, "2026-10-10");
        assertThat(browser.byId("models").getText()).contains("answers");
        assertThat(browser.run("return document.querySelectorAll('img').length"))
                .isEqualTo(1L);
    }

    @Test
    void whatIsWrongStandsBesideItsField() {
        write("least", "0");
        write("deadline", "soon");
        write("machine-0-price", "free");
        browser.byId("property-0").sendKeys(Keys.ENTER);
        browser.awaitText("least-wrong", "must be");
        assertThat(browser.text("deadline-wrong")).startsWith("'soon' must be").doesNotContain("request.json");
        assertThat(browser.byId("deadline").getDomAttribute("aria-describedby")).isEqualTo("deadline-wrong");
        assertThat(browser.focused().getDomAttribute("aria-invalid")).isEqualTo("true");
        assertThat(browser.text("machine-0-price-wrong")).contains("'free' must be");
        assertThat(browser.text("state")).contains("what was asked before");
        browser.byId("usual").click();
        browser.awaitText("state", "are recommended");
        assertThat(browser.run("return document.querySelectorAll('[aria-invalid], .wrong[data-told]').length"))
                .isEqualTo(0L);
    }

    @Test
    void jobsAreCheckedAndReportedOn() throws Exception {
        write("since", "soon");
        browser.first("#check button").click();
        browser.awaitText("since-wrong", "must be a day");
        write("since", FIRST.plusDays(27).toString());
        browser.first("#check button").click();
        browser.awaitText("check-state", "done");
        assertThat(browser.byId("check-body").getText()).contains("orders: ", "% slower since 2026-10-01");
        JsonNode orders = ServedFolder.JSON
                .readTree(served.post(
                                "/v1/check",
                                ServedFolder.YAML,
                                "{training_target: mine, since: " + FIRST.plusDays(27) + "}")
                        .body())
                .at("/jobs/1");
        assertThat(orders.path("name").asText()).isEqualTo("orders");
        assertThat(
                        browser.run(
                                "return [...document.querySelectorAll('svg.checked')].map((one) => one.getAttribute('aria-label'))"))
                .isEqualTo(List.of("runtimes of etl by day", "runtimes of orders by day"));
        assertThat(browser.run(
                        "return document.querySelectorAll('svg.checked')[1].querySelectorAll('circle.outside').length"))
                .isEqualTo((long) orders.path("runs").asInt()
                        - orders.at("/inside/runs").asInt());
        // more time stands higher, and no dot outside of the picture
        assertThat(
                        browser.run(
                                "const all = [...document.querySelectorAll('svg.checked circle')].map((one) =>"
                                        + " [Number(one.querySelector('title').textContent.match(/: ([0-9.]+) s/)[1]), Number(one.getAttribute('cy')), one.closest('svg')]);"
                                        + " return all.every((a) => a[1] > 0 && a[1] < 212 && all.every((b) => a[2] !== b[2] || a[0] <= b[0] || a[1] < b[1]))"))
                .isEqualTo(true);
        browser.first("#report button").click();
        browser.awaitText("report-state", "done");
        assertThat(browser.byId("report-body").getText()).contains("machine-h a month", "etl", "orders");
    }

    @Test
    void allCanBeReachedByKeyboardHasANameAndFitsAPhone() {
        for (boolean dark : List.of(false, true)) {
            browser.look(375, 800, dark);
            assertThat(browser.run("return document.documentElement.scrollWidth"))
                    .isEqualTo(375L);
        }
        assertThat(browser.run(
                        "return [...document.querySelectorAll('input, select, button, summary, [role=region], img')]"
                                + ".filter((one) => !(one.labels?.length > 0 || one.getAttribute('aria-label') || one.alt ||"
                                + " one.textContent.trim())).map((one) => one.id)"))
                .isEqualTo(List.of());
        assertThat(browser.run("return [...document.querySelectorAll('*')].filter((one) => one.tabIndex > 0).length"))
                .isEqualTo(0L);
        browser.focused().sendKeys(Keys.TAB);
        assertThat(browser.focused().getText()).isEqualTo("Skip to the answer");
        browser.focused().sendKeys(Keys.TAB);
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("job");
        browser.focused().sendKeys(Keys.ARROW_DOWN);
        browser.awaitText("job-facts", "40 runs");
        browser.focused().sendKeys(Keys.TAB);
        assertThat(browser.focused().getDomAttribute("data-machine")).isEqualTo("large");
        browser.focused().sendKeys(Keys.SPACE);
        assertThat(browser.focused().isSelected()).isFalse();
    }

    @Test
    void whereATokenIsNeededThePageAsksForIt(@TempDir Path other) throws Exception {
        Path tokens = Files.writeString(other.resolve("tokens"), "0123456789abcdef0123456789abcdef\n");
        Files.setPosixFilePermissions(tokens, PosixFilePermissions.fromString("rw-------"));
        try (ServedFolder guarded =
                ServedFolder.of(OwnFolder.in(other).withModels(), "--token-file", tokens.toString())) {
            browser.open(guarded.address());
            write("token", "another");
            browser.first("#token-form button").click();
            browser.awaitText("token-wrong", "is no token");
            write("token", "0123456789abcdef0123456789abcdef");
            browser.byId("token").sendKeys(Keys.ENTER);
            browser.awaitText("state", "are recommended");
            assertThat(browser.byId("token-form").isDisplayed()).isFalse();
            assertThat(browser.run("return JSON.stringify([localStorage, sessionStorage, document.cookie])"))
                    .isEqualTo("[{},{},\"\"]");
        }
    }
}
