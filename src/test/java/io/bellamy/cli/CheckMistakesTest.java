package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What can not be checked, and what is wrong with what was asked. */
class CheckMistakesTest extends CheckCases {

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
}
