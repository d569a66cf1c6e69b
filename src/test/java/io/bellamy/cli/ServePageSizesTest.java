package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellamy.browser.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of {@code bellamy serve} where machines of one type got larger, and runs were stopped at a limit. */
class ServePageSizesTest {

    private static final int NIGHTS = 30;
    private static final int LARGER = 20;

    @TempDir
    private Path folder;

    /** All that is asked since, for which the page itself offers no place. */
    private static final String LISTEN = """
            window.asked = [];
            const fetched = window.fetch;
            window.fetch = (to, how) => {
              if (how?.body && String(to).includes('predict')) {
                window.asked.push(how.body);
              }
              return fetched(to, how);
            };
            """;

    private OwnFolder trained() throws IOException {
        Replaced.quickConfiguration(folder);
        Path data = Files.createDirectories(folder.resolve("data/own"));
        Files.writeString(data.resolve("dataset.yml"), """
                defaults:
                  scale_out: {column: nodes}
                  runtime: {column: seconds}
                  measured_at: {column: day}
                  stopped: {column: status, equals: TIMEOUT}
                  properties:
                    machine_type: {column: machine}
                    memory: {column: memory, unit: GB, per: node}
                    slots: {column: slots, per: node}
                    data_size_MB: {column: size}
                algorithms:
                  wordcount: {file: runs.csv}
                """);
        SplittableRandom random = new SplittableRandom(1);
        List<String> rows = new ArrayList<>(List.of("day,nodes,seconds,status,machine,memory,slots,size"));
        for (int night = 0; night < NIGHTS; night++) {
            boolean larger = night >= LARGER;
            boolean stopped = larger && night % 3 == 0;
            String seconds = stopped ? "321" : String.valueOf((larger ? 300 : 400) + random.nextInt(20));
            String size = larger ? "large,32,8" : "large,16,4";
            rows.add(LocalDate.of(2026, 9, 1).plusDays(night) + ",8," + seconds + "," + (stopped ? "TIMEOUT" : "ok")
                    + "," + size + "," + (9000 + night));
            rows.add(LocalDate.of(2026, 8, 1).plusDays(night) + ",8," + (700 + random.nextInt(30)) + ",ok,small,8,2,"
                    + (9000 + night));
        }
        Files.write(data.resolve("runs.csv"), rows);
        OwnFolder own = new OwnFolder(folder);
        Bellamy pretrained = Bellamy.run(own.arguments("pretrain", "-a", "wordcount", "--quiet"));
        assertThat(pretrained.exitCode()).as(pretrained.err()).isZero();
        return own;
    }

    /** What the page asks next. */
    private static JsonNode asked(Browser browser) throws IOException {
        browser.first("#request button.main").click();
        browser.awaitText("state", "are recommended");
        return ServedFolder.JSON.readTree(String.valueOf(browser.run("return window.asked.at(-1)")));
    }

    @Test
    void machinesAreAsLargeAsThoseOfTheNewestRunAndStoppedRunsAreMarked() throws Exception {
        try (ServedFolder served = ServedFolder.of(trained());
                Browser browser = Browser.start(folder)) {
            browser.look(1280, 2000, false);
            browser.open(served.address());
            browser.awaitText("state", "are recommended");
            browser.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
            assertThat(browser.text("answer-body")).contains("> 321.0").doesNotContain("no run had");
            browser.run(LISTEN);
            JsonNode one = asked(browser);
            assertThat(one.at("/optional_properties_per_node/slots").asText()).isEqualTo("8");
            assertThat(one.at("/optional_properties_per_node/memory").asText()).isEqualTo("32000");
            browser.first("[data-machine=small]").click();
            JsonNode both = asked(browser);
            assertThat(both.at("/machine_types/large/optional_properties_per_node"))
                    .isEqualTo(one.at("/optional_properties_per_node"));
            assertThat(both.at("/machine_types/small").size()).isZero();
            browser.first("[data-machine=large]").click();
            JsonNode other = asked(browser);
            assertThat(other.at("/essential_properties/machine_type").asText()).isEqualTo("small");
            assertThat(other.has("optional_properties_per_node")).isFalse();
        }
    }
}
