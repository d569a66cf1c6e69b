package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Importing from servers that answer as Spark's history server does, or otherwise. */
class HistoryServerTest extends HistoryServerCases {

    @Test
    void fetchesWhatIsNewWithAttemptsAndBelowAPath() throws IOException {
        long[] updated = {5};
        answers(server, (exchange, path) -> {
            if (path.contains("status=running")) {
                return list(application("app-9", "", 1));
            }
            if (path.contains("status=completed")) {
                return list(application("app-1", "", updated[0]), application("application_1_1", "2", 4));
            }
            if (path.equals("/gate/api/v1/applications/application_1_1/2/logs")) {
                return log("application_1_1");
            }
            return path.contains("app-1/logs") ? log("app-1") : refuse(exchange, 404);
        });
        Bellamy first = run(address(server) + "/gate/");
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).contains("3 logs, 1 file not read; runs: 2 new").contains("app-9/logs: ");
        asked.clear();
        assertThat(run(address(server) + "/gate/").out()).contains("0 new, 0 changed, 2 as before");
        assertThat(asked).filteredOn(path -> path.contains("app-1/logs")).isEmpty();
        updated[0] = 6;
        assertThat(run(address(server) + "/gate/").out()).contains("0 new, 1 changed, 1 as before");
        try (var files = Files.list(folder.resolve("data/mine"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("runs.csv", "stages.csv", "dataset.yml", "import.yml", ".lock");
        }
    }

    @Test
    void longListsAreAskedForPieceByPiece() throws IOException {
        String[] newest = IntStream.range(0, 1000)
                .mapToObj(i -> application("app-" + i, "", 5000 - i))
                .toArray(String[]::new);
        answers(server, (exchange, path) -> {
            if (path.contains("status=running")) {
                return list();
            }
            if (path.contains("/logs")) {
                return refuse(exchange, 404);
            }
            return path.contains("maxEndDate=t4001")
                    ? list(newest[999], application("app-1000", "", 4000))
                    : list(newest);
        });
        assertThat(run(address(server), "--dry-run").out()).contains("1001 logs, 1001 files not read");
    }

    @Test
    void credentialsAreToldToNoOtherServer() throws IOException {
        answers(server, (exchange, path) -> {
            if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
                return refuse(exchange, 401);
            }
            if (path.contains("/logs")) {
                return redirect(exchange, address(other) + "/elsewhere");
            }
            return path.contains("completed") ? list(application("app-1", "", 1)) : list();
        });
        answers(other, (exchange, path) -> log("app-1"));
        Bellamy refused = run(address(server));
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("HTTP 401").contains("--credentials");
        asked.clear();
        Path file = Files.writeString(folder.resolve("credentials"), "etl:secret\n");
        assertThat(run(address(server), "--credentials", file.toString()).out()).contains("1 new");
        assertThat(asked.stream()
                        .collect(Collectors.partitioningBy(path -> path.startsWith("other")))
                        .get(true))
                .containsExactly("other /elsewhere null");
        assertThat(asked)
                .filteredOn(path -> !path.startsWith("other"))
                .allMatch(path -> path.endsWith(" Basic ZXRsOnNlY3JldA=="));
        Files.writeString(file, "nothing of the kind");
        Bellamy wrong = run(address(server), "--credentials", file.toString());
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("user:password").doesNotContain("nothing of the kind");
    }

    @Test
    void whatFailsInPassingIsTriedAgainAndNoServerIsToldAsSuch() throws IOException {
        int[] calls = {0};
        answers(server, (exchange, path) -> {
            if (calls[0]++ == 0) {
                return refuse(exchange, 503);
            }
            return path.contains("/logs") ? log("app-1") : list(application("app-1", "", 1));
        });
        assertThat(run(address(server)).out()).contains("1 new");
        answers(other, (exchange, path) -> "<html>".getBytes(StandardCharsets.UTF_8));
        Bellamy page = run(address(other));
        assertThat(page.exitCode()).isEqualTo(2);
        assertThat(page.err()).contains("does not answer as a history server does");
        String gone = address(other);
        other.stop(0);
        Bellamy nobody = run(gone);
        assertThat(nobody.exitCode()).isEqualTo(1);
        assertThat(nobody.err()).contains("can't be reached");
        Bellamy wrong = run("http://user:secret@host", "--timeout", "0");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err())
                .contains("without credentials")
                .contains("--timeout")
                .doesNotContain("secret");
    }

    /** It begins to answer and then nothing comes any more. */
    @Test
    void aServerThatStopsInTheMiddleIsNotWaitedForForEver() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        answers(server, (exchange, path) -> {
            if (!path.endsWith("/logs")) {
                return path.contains("running") ? list() : list(application("app-1", "", 1));
            }
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("PK".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            return nothingUntil(end);
        });
        try {
            Bellamy outcome = run(address(server), "--timeout", "1");
            assertThat(outcome.out() + outcome.err()).contains("sends nothing for 1 s");
        } finally {
            end.countDown();
        }
    }

    private static byte[] nothingUntil(CountDownLatch end) {
        try {
            end.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new byte[0];
    }

    @Test
    void redirectionsThatLeadNowhereEnd() {
        answers(server, (exchange, path) -> redirect(exchange, "/again"));
        Bellamy circle = run(address(server));
        assertThat(circle.exitCode()).isEqualTo(2);
        assertThat(circle.err()).contains("redirects more than 5 times");
        answers(other, (exchange, path) -> redirect(exchange, "file:///etc/passwd"));
        assertThat(run(address(other)).err()).contains("redirects to 'file:///etc/passwd', which is not followed");
    }

    @Test
    void aServerThatDoesNotAnswerAtAllIsGivenUp() {
        CountDownLatch end = new CountDownLatch(1);
        answers(server, (exchange, path) -> {
            return nothingUntil(end);
        });
        try {
            Bellamy outcome = run(address(server), "--timeout", "1");
            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.err()).contains("can't be reached: ").contains("timed out");
        } finally {
            end.countDown();
        }
    }
}
