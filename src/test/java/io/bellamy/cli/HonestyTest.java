package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.config.Configuration;
import io.bellamy.config.ConfigurationReader;
import io.bellamy.evaluation.ContextProtocol;
import io.bellamy.evaluation.HeldOut;
import io.bellamy.evaluation.KnownAlgorithm;
import io.bellamy.evaluation.Method;
import io.bellamy.evaluation.Support;
import io.bellamy.evaluation.Task;
import io.bellamy.evaluation.Variant;
import io.bellamy.features.FeaturePipeline;
import io.bellamy.features.Property;
import io.bellamy.golden.GoldenData;
import io.bellamy.job.Companions;
import io.bellamy.job.Context;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Run;
import io.bellamy.service.Methods;
import io.bellamy.service.ModelKinds;
import io.bellamy.service.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No method that takes part, as the command makes them, sees anything of the held-out context but its points. */
class HonestyTest {

    @TempDir
    private Path folder;

    /** A tell-tale in all rows of the context that are no training points: forecasts don't move. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aTellTaleInTheHeldOutRowsMovesNoForecast(boolean search) throws IOException {
        Configuration configuration =
                ConfigurationReader.read(Replaced.quickConfiguration(folder), ModelKinds.ALL.names());
        Workspace workspace = Workspace.of(
                configuration,
                new Workspace.Overrides(Optional.empty(), Optional.empty(), Optional.empty()),
                Clock.systemUTC());
        List<String> essential = configuration.pipeline().essential().stream()
                .map(Property::name)
                .toList();
        List<Run> runs = Context.of(GoldenData.load("c3o", "sort").runs(), essential).stream()
                .limit(5)
                .flatMap(context -> context.runs().stream())
                .toList();
        Context heldOut = Context.of(runs, essential).get(1);
        for (Support support : List.of(Support.FULL, Support.LOCAL)) {
            List<HeldOut> honest = tasks(runs, configuration.pipeline(), heldOut, support);
            Set<Run> points = honest.get(0).task().questions().stream()
                    .flatMap(question -> question.points().stream())
                    .collect(Collectors.toSet());
            Set<Run> own = Set.copyOf(heldOut.runs());
            List<Run> altered = runs.stream()
                    .map(run -> own.contains(run) && !points.contains(run) ? tellTale(run) : run)
                    .toList();
            List<HeldOut> planted = tasks(altered, configuration.pipeline(), heldOut, support);
            assertThat(planted).as("the tell-tale is there").isNotEqualTo(honest);
            for (Method method : Methods.all(workspace, false, search, 1)) {
                assertThat(method.answer(told(planted), 1, share -> {}))
                        .as("%s, support %s", method.name(), support)
                        .isEqualTo(method.answer(told(honest), 1, share -> {}));
            }
        }
    }

    private static List<Task> told(List<HeldOut> heldOut) {
        return heldOut.stream().map(HeldOut::task).toList();
    }

    private static List<HeldOut> tasks(List<Run> runs, FeaturePipeline features, Context heldOut, Support support) {
        return new ContextProtocol(Variant.STRICT, support, 1, 0, 3)
                .tasks(
                        new KnownAlgorithm(runs, Companions.NONE),
                        features,
                        context -> context.name().equals(heldOut.name()),
                        5);
    }

    private static Run tellTale(Run run) {
        Map<String, String> properties = new HashMap<>(run.properties().texts());
        properties.put("tell_tale", "seen nowhere else");
        // memory and slots are told where they were chosen; what a run turned out to be is not
        properties.put("job_type", "seen nowhere else");
        return new Run(
                run.scaleOut(),
                7 * run.runtime(),
                PropertyValues.of(run.properties().definitions(), properties),
                run.measured());
    }
}
