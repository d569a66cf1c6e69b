package io.bellamy.training;

import ai.djl.ndarray.NDManager;
import io.bellamy.features.ColumnValues;
import io.bellamy.features.FeaturePipeline;
import io.bellamy.features.FittedColumns;
import io.bellamy.features.NumericColumns;
import io.bellamy.features.Property;
import io.bellamy.job.Context;
import io.bellamy.job.Run;
import io.bellamy.model.Ensemble;
import io.bellamy.model.Ensemble.Member;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The runs of an algorithm, divided into folds by context: what each network is given of them, and which it must not see.
 * Ensembles on the same division can be compared, because they are judged by the same networks' same gaps.
 */
final class FoldedRuns {

    private final Configurations configurations;
    private final Folds folds;
    private final List<FittedColumns> columns = new ArrayList<>();
    /** Standardised, {@code [network][configuration][column]}. */
    private final double[][][] inputs;

    private final boolean[][] seen;

    /**
     * Divides runs.
     *
     * @param runs of one algorithm, at least one
     * @param wanted the number of folds
     */
    FoldedRuns(List<Run> runs, FeaturePipeline pipeline, int wanted, Seed seed) {
        List<String> essential =
                pipeline.essential().stream().map(Property::name).toList();
        this.configurations = new Configurations(Context.of(runs, essential));
        this.folds = new Folds(jobs(configurations.contexts(), pipeline), wanted, seed);
        FittedColumns all = new NumericColumns(pipeline).fit(runs);
        int rows = configurations.size();
        this.inputs = new double[folds.networks()][rows][];
        this.seen = new boolean[folds.networks()][rows];
        for (int network = 0; network < folds.networks(); network++) {
            columns.add(all.refit(folds.seen(network, configurations.contexts())));
        }
        for (int row = 0; row < rows; row++) {
            Run run = configurations.example(row);
            ColumnValues values = new ColumnValues(run.scaleOut(), run.properties());
            for (int network = 0; network < folds.networks(); network++) {
                inputs[network][row] = columns.get(network).apply(values);
                seen[network][row] = !folds.leavesOut(network, configurations.context(row));
            }
        }
    }

    /** The job of each context: one combination of the texts among its properties. */
    private static int[] jobs(List<Context> contexts, FeaturePipeline pipeline) {
        List<String> texts = pipeline.essential().stream()
                .filter(property -> !property.numeric())
                .map(Property::name)
                .toList();
        Map<List<String>, Integer> numbers = new HashMap<>();
        int[] jobs = new int[contexts.size()];
        for (int context = 0; context < jobs.length; context++) {
            Context own = contexts.get(context);
            jobs[context] =
                    numbers.computeIfAbsent(texts.stream().map(own::value).toList(), job -> numbers.size());
        }
        return numbers.size() > 1 ? jobs : IntStream.range(0, jobs.length).toArray();
    }

    /** How many networks of every kind there are. */
    int networks() {
        return folds.networks();
    }

    /** How many columns a network is given. */
    int width() {
        return columns.get(0).columns().size();
    }

    /** What the networks from one on until before another learn from. */
    PerceptronBatches batches(NDManager manager, int from, int to, Seed seed) {
        return new PerceptronBatches(
                manager,
                Arrays.copyOfRange(inputs, from, to),
                configurations,
                Arrays.copyOfRange(seen, from, to),
                seed);
    }

    /** A network with what it is given. */
    Member member(EnsemblePart part, int number, float[] weights) {
        List<Float> boxed = new ArrayList<>(weights.length);
        for (float weight : weights) {
            boxed.add(weight);
        }
        return new Member(part.shape(), columns.get(part.first() + number), boxed);
    }

    /**
     * An ensemble of these networks, which is judged by those that did not see.
     *
     * @param numbers the network that each member is, of its kind
     */
    TrainedEnsemble trained(List<Member> members, List<Integer> numbers) {
        Ensemble ensemble = new Ensemble(configurations.mean(), configurations.deviation(), members);
        return new TrainedEnsemble(
                ensemble, configurations, (member, context) -> folds.leavesOut(numbers.get(member), context));
    }
}
