package io.bellamy.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellamy.config.Configuration;
import io.bellamy.config.ConfigurationReader;
import io.bellamy.data.DatasetCatalog;
import io.bellamy.job.Companions;
import io.bellamy.job.Run;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Limits;
import io.bellamy.service.ModelKinds;
import io.bellamy.service.TrainingHere;
import io.bellamy.store.PackedModel;
import io.bellamy.training.Checkpoints;
import io.bellamy.training.HeldOutContext;
import io.bellamy.training.HeldOutRun;
import io.bellamy.training.SearchRecord;
import io.bellamy.training.Validation;
import io.bellamy.tuning.Measurement;
import io.bellamy.tuning.Trial;
import io.bellamy.tuning.TrialResult;
import io.bellamy.tuning.TrialState;
import io.bellamy.update.PretrainingTask.Pretrained;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What travels arrives as it was sent, and what is nothing of the kind is refused. */
class OrderTest {

    private static final Path STORED = Path.of("src/test/resources/stored");
    private static final List<String> MODELS = ModelKinds.ALL.names();
    private static final Configuration CONFIGURATION = ConfigurationReader.read(STORED.resolve("config.yml"), MODELS);
    private static final Set<String> FILES = Set.of("ensemble.json", "pipeline.json", "held_out.json");

    private static DatasetCatalog datasets(Path folder) {
        return new DatasetCatalog(
                folder,
                DatasetCatalog.FORMATS,
                CONFIGURATION.pipeline()::objection,
                Limits.DEFAULTS,
                Clock.systemUTC());
    }

    private static PretrainingOrder order(boolean joint, List<Run> runs, Companions companions) {
        return new PretrainingOrder(CONFIGURATION, Optional.of(3), Optional.empty(), -7, joint, runs, companions);
    }

    @Test
    void runsArriveAsTheyWere() {
        DatasetCatalog c3o = datasets(Path.of("data"));
        List<Run> grep = c3o.load("c3o", "grep").runs();
        List<Run> own = new ArrayList<>(c3o.load("c3o", "all").runs());
        // a number that is not written as briefly as can be, a day, a run that was stopped
        Run first = own.get(0);
        own.add(new Run(3, 0.1 + 0.2, first.properties(), Optional.of(LocalDate.of(2024, 2, 29)), false));
        Map<String, List<Run>> others = new LinkedHashMap<>();
        others.put("sort", c3o.load("c3o", "sort").runs());
        others.put("grep", grep);
        Companions companions = new Companions("ä b", List.of(own.get(own.size() - 1)), others);
        PretrainingOrder sent = order(true, own, companions);
        PretrainingOrder arrived = PretrainingOrder.unpacked(sent.packed(), MODELS);
        assertThat(arrived)
                .usingRecursiveComparison()
                .ignoringFields("configuration", "runs", "companions")
                .isEqualTo(sent);
        assertThat(arrived.configuration().text()).isEqualTo(CONFIGURATION.text());
        assertThat(arrived.runs()).isEqualTo(own);
        assertThat(arrived.companions()).isEqualTo(sent.companions());
        assertThat(arrived.companions().others().keySet()).containsExactly("sort", "grep");
        assertThat(sent.packed().length).as("bytes of a run").isLessThan(20 * (own.size() + grep.size()));
    }

    @Test
    void anOrderThatTravelledHasTheSameResult() {
        DatasetCatalog own = datasets(STORED.resolve("data"));
        TrainingHere here = new TrainingHere(ModelKinds.ALL);
        Companions companions = new Companions(
                "sort",
                List.of(),
                Map.of("wordcount", own.load("own", "wordcount").runs()));
        PretrainingOrder order = order(false, own.load("own", "sort").runs(), companions);
        Pretrained sent = here.done(order, (finished, running, epochs, spared) -> {}, Checkpoints.NONE)
                .orElseThrow();
        Pretrained arrived =
                PretrainingReply.unpacked(here.done(order.packed()), FILES).orElseThrow();
        assertThat(arrived.model().files().keySet())
                .containsExactlyElementsOf(sent.model().files().keySet());
        arrived.model().files().forEach((name, bytes) -> assertThat(bytes)
                .as(name)
                .isEqualTo(sent.model().files().get(name)));
        assertThat(arrived.search()).isEqualTo(sent.search());
        assertThat(arrived.heldOut()).isEqualTo(sent.heldOut());
        assertThat(arrived.processor()).isEqualTo(sent.processor()).isNotBlank();
        assertThat(arrived.seconds()).isPositive();
    }

    @Test
    void figuresThatAreNoNumbersArriveToo() {
        TrialResult never = new TrialResult(
                new Trial(1, Map.of("lr", 1e-300)),
                TrialState.PRUNED,
                Optional.empty(),
                Optional.of(new Measurement(2, Double.NaN)));
        SearchRecord search = new SearchRecord(
                never, new Validation(Double.POSITIVE_INFINITY, 0, 0.1), List.of(never), Map.of(), 1, 0);
        Pretrained arrived =
                PretrainingReply.unpacked(reply("ensemble.json", search), FILES).orElseThrow();
        assertThat(arrived.search()).isEqualTo(search);
        assertThat(arrived.seconds()).isEqualTo(12.5);
        assertThat(PretrainingReply.unpacked(PretrainingReply.packed(Optional.empty()), FILES))
                .isEmpty();
    }

    private static byte[] reply(String file, SearchRecord search) {
        HeldOutContext context =
                new HeldOutContext(new TreeMap<>(Map.of("machine_type", "m")), List.of(new HeldOutRun(2, 3, 4)));
        return PretrainingReply.packed(Optional.of(new Pretrained(
                new PackedModel(Map.of(file, new byte[] {1, 2})), search, List.of(context), "a processor", 12.5)));
    }

    @Test
    void failuresArriveAsWhatTheyWere() {
        assertThatThrownBy(() -> PretrainingReply.unpacked(
                        PretrainingReply.packed(new InvalidInputException("give smaller rates")), FILES))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("give smaller rates");
        assertThatThrownBy(() ->
                        PretrainingReply.unpacked(PretrainingReply.packed(new ArithmeticException("by zero")), FILES))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("java.lang.ArithmeticException: by zero");
    }

    /** Files are written under the names that a reply gives them. */
    @Test
    void aReplyNamesNoFilesThatModelsDoNotHave() {
        TrialResult best =
                new TrialResult(new Trial(0, Map.of()), TrialState.COMPLETE, Optional.empty(), Optional.empty());
        SearchRecord search = new SearchRecord(best, new Validation(1, 2, 3), List.of(best), Map.of(), 1, 0);
        for (String name : List.of("../ensemble.json", "manifest.json", "/pipeline.json", "")) {
            assertThatThrownBy(() -> PretrainingReply.unpacked(reply(name, search), FILES))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("files that no model has");
        }
    }

    @Test
    void whatIsNoOrderIsRefused() {
        byte[] whole = order(
                        false,
                        datasets(STORED.resolve("data")).load("own", "sort").runs(),
                        Companions.NONE)
                .packed();
        byte[] changed = whole.clone();
        changed[whole.length / 2] ^= 1;
        byte[] other = PackedJson.pack(Map.of("configuration", "x"));
        byte[] text = "{}".getBytes(StandardCharsets.UTF_8);
        for (byte[] bytes : List.of(new byte[0], text, other, changed, Arrays.copyOf(whole, whole.length - 9))) {
            assertThatThrownBy(() -> PretrainingOrder.unpacked(bytes, MODELS))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whatBecomesTooLargeIsNotUnpackedToItsEnd() {
        byte[] bytes = PackedJson.pack("x".repeat(100_000));
        assertThat(bytes.length).isLessThan(1000);
        assertThat(PackedJson.unpack(bytes, String.class, 100_002)).hasSize(100_000);
        assertThatThrownBy(() -> PackedJson.unpack(bytes, String.class, 100_001))
                .hasMessageContaining("larger than 100001 bytes");
    }
}
