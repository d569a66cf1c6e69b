package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may come between a check and its files: an end at any moment, and another check. */
class CheckFaultsTest extends CheckCases {

    private static final int KILLS = 6;

    private Path page;
    private Path metrics;

    @BeforeEach
    void checkOnce() throws IOException {
        steady("steady");
        jobs.write();
        page = folder.resolve("check.html");
        metrics = folder.resolve("bellamy.prom");
        Bellamy first = check("--html", page.toString(), "--prometheus", metrics.toString());
        assertThat(first.exitCode()).as(first.err()).isZero();
    }

    private BellamyProcess start(String err) {
        return BellamyProcess.start(
                folder.resolve(err),
                List.of(jobs.arguments(
                        "check",
                        "--since",
                        SINCE.toString(),
                        "--html",
                        page.toString(),
                        "--prometheus",
                        metrics.toString())));
    }

    private void assertWhole() throws IOException {
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
        assertThat(Files.readString(metrics)).contains("# TYPE bellamy_").endsWith("\n");
    }

    @Test
    void killedAtAnyMomentItLeavesWholeFiles() throws Exception {
        long start = System.nanoTime();
        try (BellamyProcess undisturbed = start("err")) {
            assertThat(undisturbed.exitCode()).as(undisturbed.err()).isZero();
        }
        long usual = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        SplittableRandom random = new SplittableRandom(2);
        int killed = 0;
        for (int i = 0; i < KILLS; i++) {
            try (BellamyProcess victim = start("err")) {
                killed += victim.killAfter(random.nextLong(usual / 2, usual)) ? 1 : 0;
            }
            assertWhole();
        }
        assertThat(killed).isPositive();
        assertThat(check("--html", page.toString(), "--prometheus", metrics.toString())
                        .exitCode())
                .isZero();
        assertWhole();
    }

    @Test
    void twoAtOnceBothEndWellAndLeaveWholeFiles() throws Exception {
        try (BellamyProcess one = start("one");
                BellamyProcess other = start("other")) {
            assertThat(one.exitCode()).as(one.err()).isZero();
            assertThat(other.exitCode()).as(other.err()).isZero();
        }
        assertWhole();
    }
}
