package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** So many jobs in one file that they are pretrained side by side. */
class FleetTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int JOBS = 8 * Runtime.getRuntime().availableProcessors() + 2;

    @TempDir
    private Path folder;

    private JobsInOneFile data;

    @BeforeEach
    void write() throws IOException {
        data = new JobsInOneFile(folder);
        for (int run = 0; run < 6; run++) {
            for (int job = 0; job < JOBS; job++) {
                int nodes = 2 + 2 * run;
                data.run(job, nodes, 900 + 50 * run, 20 + (90.0 + job) / nodes);
            }
        }
        data.write();
    }

    private Bellamy pretrain(Path models, String... more) {
        return Bellamy.run(OwnFolder.with(data.pretraining(models, more), "-o", "json"));
    }

    private static List<String> outcomes(Bellamy round) throws IOException {
        List<String> outcomes = new ArrayList<>();
        for (JsonNode entry : JSON.readTree(round.out()).get("algorithms")) {
            outcomes.add(
                    entry.get("algorithm").asText() + " " + entry.get("outcome").asText());
        }
        return outcomes;
    }

    private static List<String> all(String changed, String outcome, String others) {
        return Stream.concat(IntStream.range(0, JOBS).mapToObj(job -> "job-" + job), Stream.of("all"))
                .map(name -> name + " " + (name.equals(changed) ? outcome : others))
                .toList();
    }

    private static byte[] ensemble(Path models, String job) throws IOException {
        Path versions = models.resolve("mine").resolve(job);
        String latest = Files.readString(versions.resolve("latest")).strip();
        return Files.readAllBytes(versions.resolve(latest).resolve("ensemble.json"));
    }

    @Test
    void aJobIsStaleByItsOwnRows() throws IOException {
        Path models = folder.resolve("models");
        Bellamy first = pretrain(models, "-a", "all");
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(outcomes(first)).isEqualTo(all("", "", "published"));
        // side by side or alone, it is the same model
        Path alone = folder.resolve("alone");
        assertThat(pretrain(alone, "-a", "job-3").exitCode()).isZero();
        assertThat(ensemble(models, "job-3")).isEqualTo(ensemble(alone, "job-3"));

        data.append("job-5,8,1300,33");
        Bellamy second = pretrain(models, "-a", "all", "--if-stale");
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(outcomes(second)).isEqualTo(all("job-5", "published", "unchanged"));

        // no number of seconds
        data.append("job-7,8,1300,-\njob-6,8,1300,34");
        Bellamy third = pretrain(models, "-a", "all", "--if-stale");
        assertThat(third.exitCode()).isEqualTo(2);
        assertThat(outcomes(third)).contains("job-7 failed", "job-6 published", "job-8 unchanged");
        assertThat(third.err())
                .contains("bellamy: mine job-7: ")
                .contains("INFO  mine: 1 failed, 1 published, " + (JOBS - 1) + " unchanged");
    }

    @Test
    void whatTakesTooLongIsGivenUp() throws IOException {
        Path models = folder.resolve("models");
        Bellamy round = pretrain(models, "-a", "all", "--time-limit", "0.001");
        assertThat(round.exitCode()).isEqualTo(1);
        assertThat(outcomes(round)).isEqualTo(all("", "", "failed"));
        assertThat(round.err())
                .contains("mine job-0: took longer than 0.001 s and was given up; --time-limit allows more");
        assertThat(pretrain(models, "-a", "all", "--time-limit", "soon").err())
                .contains("--time-limit: 'soon' must be a time from 0 s to a day");
    }
}
