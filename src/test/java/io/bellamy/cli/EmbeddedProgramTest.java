package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.exchange.PretrainingOrder;
import io.bellamy.service.ModelKinds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pretraining whose models are trained elsewhere: by a worker that is begun as on an executor, but in this process. */
class EmbeddedProgramTest {

    private static final UnaryOperator<byte[]> WORKER = new TrainingWorker();

    @TempDir
    private Path folder;

    private JobsInOneFile data;

    @BeforeEach
    void write() throws IOException {
        data = new JobsInOneFile(folder);
        for (int job = 1; job <= 3; job++) {
            for (int run = 0; run < 6 * job; run++) {
                int nodes = 2 + run % 6;
                data.run(job, nodes, 900 + 50 * run, 20 + job * 90.0 / nodes);
            }
        }
        data.write();
    }

    private List<String> arguments(String models, String... more) {
        return List.of(OwnFolder.with(data.pretraining(folder.resolve(models), "-a", "all"), more));
    }

    /** As {@link Bellamy}, but the program itself takes hold of the standard streams. */
    private Bellamy embedded(UnaryOperator<byte[]> workers, List<String> arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        try (PrintStream captured = new PrintStream(outBytes, true, StandardCharsets.UTF_8);
                PrintStream capturedErr = new PrintStream(errBytes, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            System.setErr(capturedErr);
            int exitCode = new EmbeddedProgram().apply(workers, () -> 0).applyAsInt(arguments);
            return new Bellamy(
                    exitCode, outBytes.toString(StandardCharsets.UTF_8), errBytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private Map<String, String> published(String models) throws IOException {
        Map<String, String> published = new TreeMap<>();
        try (Stream<Path> jobs = Files.list(folder.resolve(models).resolve("mine"))) {
            for (Path job : jobs.toList()) {
                Path version =
                        job.resolve(Files.readString(job.resolve("latest")).strip());
                String manifest = Files.readString(version.resolve("manifest.json"));
                published.put(job.getFileName().toString(), manifest.substring(manifest.indexOf("\"files\"")));
            }
        }
        return published;
    }

    @Test
    void theModelsAreThoseOfOneMachineAndTheLargestJobsBeginFirst() throws IOException {
        assertThat(Bellamy.run(arguments("alone").toArray(String[]::new)).exitCode())
                .isZero();
        List<Integer> sizes = new ArrayList<>();
        Bellamy round = embedded(
                order -> {
                    synchronized (sizes) {
                        sizes.add(PretrainingOrder.unpacked(order, ModelKinds.ALL.names())
                                .runs()
                                .size());
                    }
                    return WORKER.apply(order);
                },
                arguments("models"));
        assertThat(round.exitCode()).as(round.err()).isZero();
        assertThat(round.out().lines()).hasSize(4);
        assertThat(published("models")).hasSize(4).isEqualTo(published("alone"));
        // two at a time where nobody has told yet how many processors there are
        assertThat(sizes.subList(0, 2)).containsExactlyInAnyOrder(36, 18);
        assertThat(sizes.subList(2, 4)).containsExactlyInAnyOrder(12, 6);
        assertThat(round.err()).contains("4 published");
    }

    @Test
    void whatNoWorkerCanDoIsToldAndTheOthersArePublished() throws IOException {
        AtomicInteger orders = new AtomicInteger();
        Bellamy round = embedded(
                order -> switch (orders.incrementAndGet()) {
                    case 1 -> throw new IllegalStateException("failed 4 times: no space is left");
                    case 2 -> new byte[] {1, 2, 3};
                    default -> WORKER.apply(order);
                },
                arguments("models"));
        assertThat(round.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(round.err())
                .contains("no worker could do it: failed 4 times: no space is left", "what a worker sent is no reply: ")
                .doesNotContain("\tat ");
        assertThat(round.out().lines()).hasSize(2);
    }

    @Test
    void whereNothingIsStaleNoOrderIsSent() {
        assertThat(embedded(WORKER, arguments("models")).exitCode()).isZero();
        Bellamy again = embedded(
                order -> {
                    throw new AssertionError("it is not stale");
                },
                arguments("models", "--if-stale"));
        assertThat(again.exitCode()).as(again.err()).isZero();
    }
}
