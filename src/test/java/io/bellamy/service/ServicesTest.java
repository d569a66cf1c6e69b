package io.bellamy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellamy.config.Configuration;
import io.bellamy.config.ConfigurationReader;
import io.bellamy.data.DatasetCatalog;
import io.bellamy.evaluation.ContextProtocol;
import io.bellamy.evaluation.EvaluationRun;
import io.bellamy.evaluation.Support;
import io.bellamy.evaluation.Variant;
import io.bellamy.exchange.PretrainingOrder;
import io.bellamy.job.Costing;
import io.bellamy.job.JobName;
import io.bellamy.job.Preferences;
import io.bellamy.prediction.Answer.Prediction;
import io.bellamy.problem.BellamyException;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Limits;
import io.bellamy.problem.Remedy;
import io.bellamy.request.RequestText;
import io.bellamy.training.Checkpoints;
import io.bellamy.training.Pretraining.SearchProgress;
import io.bellamy.training.SearchRecord;
import io.bellamy.typical.TypicalRuntimeKind;
import io.bellamy.update.PretrainingTask;
import io.bellamy.update.Resumption;
import io.bellamy.update.UpdateOptions;
import io.bellamy.update.UpdateOutcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The services as another front end would use them, with a kind of model and a source of runs that the program does not
 * have: both are made of their own classes, and nothing else knows of them.
 */
class ServicesTest {

    private static final JobName JOB = new JobName("mine", "wordcount");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC);

    /** A search that nobody looks at. */
    private static final Pretrainings.SearchWatcher UNSEEN = new Pretrainings.SearchWatcher() {
        @Override
        public void goesOn(int finished, int running, long epochs, long spared) {}

        @Override
        public void ended(Optional<SearchRecord> record) {}
    };

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void prepare() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data/mine"));
        Files.writeString(data.resolve("dataset.yml"), """
                algorithms:
                  wordcount:
                    file: runs.jsonl
                    scale_out: {column: nodes}
                    runtime: {column: seconds}
                    properties:
                      machine_type: {column: vm}
                      data_size_MB: {column: mb}
                """);
        StringBuilder lines = new StringBuilder();
        for (String machine : List.of("small", "large", "huge")) {
            for (int nodes = 2; nodes <= 10; nodes += 2) {
                lines.append("{\"nodes\": " + nodes + ", \"seconds\": " + (100 + nodes) + ", \"vm\": \"" + machine
                        + "\", \"mb\": 5000}\n");
            }
        }
        Files.writeString(data.resolve("runs.jsonl"), lines);
        Path file = Files.writeString(
                folder.resolve("config.yml"),
                Files.readString(Path.of("src/test/resources/stored/config.yml"))
                        .replace("model: ensemble", "model: typical"));
        List<ModelKind> kinds = new ArrayList<>(ModelKinds.ALL.kinds());
        kinds.add(new TypicalRuntimeKind());
        ModelKinds all = new ModelKinds(kinds);
        Configuration configuration = ConfigurationReader.read(file, all.names());
        workspace = new Workspace(
                configuration,
                configuration.dataDir(),
                configuration.modelsDir(),
                7,
                CLOCK,
                all,
                DatasetCatalog.FORMATS);
    }

    private UpdateOutcome pretrain(boolean ifStale) {
        return pretrain(ifStale, new TrainingHere(workspace.kinds()));
    }

    private UpdateOutcome pretrain(boolean ifStale, TrainingPlace place) {
        Pretrainings.PretrainingOverrides own =
                new Pretrainings.PretrainingOverrides(Optional.empty(), Optional.empty(), Map.of());
        return new Pretrainings(workspace, new RunningProgram(), own, place, (dataset, search, training) -> UNSEEN)
                .update(JOB, new UpdateOptions(5, 1e6, false, ifStale, false, Resumption.NEVER));
    }

    private Answering answering(Optional<String> algorithm) {
        return new Answering(
                workspace,
                new Predictors(workspace, true),
                new Answering.Asking(Optional.of("mine"), algorithm, Preferences.NONE, Costing.NONE, false, false));
    }

    private static RequestText request(String text) {
        try {
            return RequestText.in(
                            "a test", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Limits.DEFAULTS)
                    .get(0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As one that {@code --time-limit} gave up, and that trains to its end all the same. */
    @Test
    void whatNobodyWaitsForAnyMoreIsNotPublished() {
        TrainingPlace place = new TrainingPlace() {
            @Override
            public int sideBySide(int jobs) {
                return 1;
            }

            @Override
            public boolean largestFirst() {
                return false;
            }

            @Override
            public Optional<PretrainingTask.Pretrained> done(
                    PretrainingOrder order, SearchProgress progress, Checkpoints checkpoints) {
                Optional<PretrainingTask.Pretrained> trained =
                        new TrainingHere(workspace.kinds()).done(order, progress, checkpoints);
                Thread.currentThread().interrupt();
                return trained;
            }
        };
        try {
            assertThatThrownBy(() -> pretrain(false, place))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(workspace.models().of(JOB.target(), JOB.algorithm()).names()).isEmpty();
    }

    @Test
    void anotherKindOfModelAndAnotherSourceOfRunsServeFromPretrainingToEvaluation() throws IOException {
        assertThat(pretrain(true).state()).isEqualTo(UpdateOutcome.State.PUBLISHED);
        assertThat(pretrain(true).state()).as("nothing changed").isEqualTo(UpdateOutcome.State.UNCHANGED);
        Files.writeString(
                folder.resolve("data/mine/runs.jsonl"),
                "{\"nodes\": 12, \"seconds\": 112, \"vm\": \"large\", \"mb\": 5000}\n",
                StandardOpenOption.APPEND);
        UpdateOutcome third = pretrain(true);
        assertThat(third.state()).as("a run was added").isEqualTo(UpdateOutcome.State.PUBLISHED);
        assertThat(third.manifest().created()).startsWith("2026-02-03T04:05:06");
        assertThat(third.manifest().seed()).isEqualTo(7);
        assertThat(third.folder().resolve("typical.json")).exists();

        List<VersionSummary> versions =
                new Catalogue(workspace).of("mine", "wordcount").verified();
        assertThat(versions).hasSize(2).allMatch(version -> version.problem().isEmpty());

        RequestText asked =
                request("{min_scale_out: 2, max_scale_out: 5, essential_properties: {machine_type: large}}");
        Answering answering = answering(Optional.of("wordcount"));
        List<Prediction> predictions = predictions(answering, asked);
        assertThat(predictions).hasSize(4).allSatisfy(point -> assertThat(point.runtime())
                .isBetween(100.0, 112.0));
        assertThat(IntStream.range(0, 40)
                        .parallel()
                        .mapToObj(i -> predictions(answering, asked))
                        .toList())
                .as("asked by several threads at once")
                .allMatch(predictions::equals);

        Evaluations.Order order = new Evaluations.Order(
                "mine",
                Set.of(),
                new ContextProtocol(Variant.STRICT, Support.FULL, 2, 0, 2),
                Map.of(),
                Optional.empty(),
                List.of("bellamy"),
                false,
                1,
                "config.yml");
        EvaluationRun run = new Evaluations(workspace, new RunningProgram())
                .prepare(order)
                .run(folder.resolve("parts"), false, (share, doing) -> {});
        assertThat(run.outcomes()).isNotEmpty().allMatch(outcome -> outcome.forecast()
                .isThere());
    }

    private static List<Prediction> predictions(Answering answering, RequestText asked) {
        return answering
                .answer(asked)
                .advice()
                .get(0)
                .recommendation()
                .choice()
                .answer()
                .predictions();
    }

    @Test
    void whatWouldHelpIsToldWithoutOptions() {
        pretrain(false);
        assertThatThrownBy(() -> answering(Optional.empty()).answer(request("{min_scale_out: 2, max_scale_out: 5}")))
                .isInstanceOfSatisfying(InvalidInputException.class, failure -> assertThat(failure.remedy())
                        .contains(Remedy.NAME_JOB))
                .hasMessage("algorithm must be given");
        assertThatThrownBy(() ->
                        answering(Optional.of("wordcount")).answer(request("{min_scale_out: 2, max_scale_out: 5}")))
                .isInstanceOfSatisfying(BellamyException.class, failure -> assertThat(failure.remedy())
                        .contains(Remedy.EACH_CANDIDATE))
                .hasMessageContaining("machine_type must be given")
                .hasMessageNotContaining("--");
    }
}
