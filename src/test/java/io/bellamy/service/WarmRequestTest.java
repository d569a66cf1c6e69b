package io.bellamy.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.bellamy.config.Configuration;
import io.bellamy.config.ConfigurationReader;
import io.bellamy.job.Costing;
import io.bellamy.job.Preferences;
import io.bellamy.problem.Limits;
import io.bellamy.report.JsonReport;
import io.bellamy.request.RequestText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A request in a process that has answered others does its own arithmetic, and nothing that was done before. */
class WarmRequestTest {

    private static final Path STORED = Path.of("src/test/resources/stored");
    private static final int MOST_BYTES = 200_000;
    private static final int REQUESTS = 200;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static Answering answering() {
        Configuration configuration = ConfigurationReader.read(STORED.resolve("config.yml"), ModelKinds.ALL.names());
        Workspace workspace = Workspace.of(
                configuration,
                new Workspace.Overrides(
                        Optional.of(STORED.resolve("data")), Optional.of(STORED.resolve("format-5")), Optional.empty()),
                Clock.systemUTC());
        return new Answering(
                workspace,
                new Predictors(workspace, true),
                new Answering.Asking(
                        Optional.of("own"), Optional.of("wordcount"), Preferences.NONE, Costing.NONE, false, false));
    }

    private static RequestText request(int size) {
        String text = "{\"min_scale_out\": 2, \"max_scale_out\": 12,"
                + " \"essential_properties\": {\"machine_type\": \"small\", \"data_size_MB\": " + size + "}}";
        try {
            return RequestText.in(
                            "request", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Limits.DEFAULTS)
                    .get(0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private long bytes(Answering answering, List<RequestText> requests) {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (RequestText request : requests) {
            assertThat(new JsonReport(true).oneOfMany(answering.answer(request)).length())
                    .isPositive();
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / requests.size();
    }

    @Test
    void itMakesLittleGarbage() {
        Answering answering = answering();
        List<RequestText> same =
                IntStream.range(0, REQUESTS).mapToObj(i -> request(4000)).toList();
        List<RequestText> others = IntStream.range(0, REQUESTS)
                .mapToObj(i -> request(3000 + 7 * i))
                .toList();
        bytes(answering, same);
        assertThat(bytes(answering, same)).isLessThan(MOST_BYTES);
        assertThat(bytes(answering, others)).isLessThan(MOST_BYTES);
    }

    /** Whatever was asked before, and in whatever order, an answer is the same. */
    @Test
    void whatIsRememberedChangesNoAnswer() {
        Answering warm = answering();
        List<RequestText> requests = IntStream.range(0, 20)
                .mapToObj(i -> request(3000 + 500 * (i % 7)))
                .toList();
        requests.forEach(warm::answer);
        for (RequestText request : requests) {
            assertThat(text(warm, request)).isEqualTo(text(answering(), request));
        }
    }

    private static String text(Answering answering, RequestText request) {
        // a second may pass between the two
        return new JsonReport(true).oneOfMany(answering.answer(request)).replaceAll("\"age_seconds\":\\d+", "");
    }
}
