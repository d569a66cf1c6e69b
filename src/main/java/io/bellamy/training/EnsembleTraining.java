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
import io.bellamy.model.PerceptronShape;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains an ensemble: for every fold of the contexts, networks that do not see them. What these networks say of the
 * contexts that they did not see tells how good the ensemble is, and how far off it is in a context of its own.
 */
public final class EnsembleTraining implements AutoCloseable {

    private final NDManager manager;
    private final Configurations configurations;
    private final Folds folds;
    private final List<Stack> stacks = new ArrayList<>();

    /** Networks in a stack: fewer cost more calls of the engine, more leave a processor idle at the end. */
    private static final int NETWORKS = 6;

    /** Some networks of one kind, from number {@code first} on, that train in one thread. */
    private record Stack(PerceptronShape shape, int first, List<FittedColumns> columns, PerceptronTraining training) {}

    /**
     * Prepares training.
     *
     * @param runs of one algorithm, at least one
     * @param seed of the folds and the networks
     */
    public EnsembleTraining(
            NDManager parent, List<Run> runs, FeaturePipeline pipeline, EnsembleOptions options, Seed seed) {
        this.manager = parent.newSubManager();
        List<String> essential =
                pipeline.essential().stream().map(Property::name).toList();
        this.configurations = new Configurations(Context.of(runs, essential));
        this.folds = new Folds(configurations.contexts().size(), options.folds(), seed.stream("folds"));
        FittedColumns columns = new NumericColumns(pipeline).fit(runs);
        List<FittedColumns> own = new ArrayList<>();
        for (int network = 0; network < folds.networks(); network++) {
            own.add(columns.refit(folds.seen(network, configurations.contexts())));
        }
        for (int kind = 0; kind < options.kinds().size(); kind++) {
            for (int from = 0; from < folds.networks(); from += NETWORKS) {
                stacks.add(stack(options, kind, own, from, seed.stream("kind " + kind)));
            }
        }
    }

    private Stack stack(EnsembleOptions options, int kind, List<FittedColumns> all, int from, Seed seed) {
        EnsembleOptions.Kind own = options.kinds().get(kind);
        PerceptronShape shape =
                new PerceptronShape(all.get(0).columns().size(), own.layers(), own.width(), own.activation());
        int rows = configurations.size();
        int networks = Math.min(NETWORKS, folds.networks() - from);
        List<FittedColumns> columns = all.subList(from, from + networks);
        double[][][] inputs = new double[networks][rows][];
        boolean[][] seen = new boolean[networks][rows];
        List<float[]> initial = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            Run run = configurations.example(row);
            ColumnValues values = new ColumnValues(run.scaleOut(), run.properties());
            for (int network = 0; network < networks; network++) {
                inputs[network][row] = columns.get(network).apply(values);
                seen[network][row] = !folds.leavesOut(from + network, configurations.context(row));
            }
        }
        for (int network = 0; network < networks; network++) {
            initial.add(shape.randomWeights(
                    seed.stream("network " + (from + network)).generator()));
        }
        PerceptronBatches batches = new PerceptronBatches(
                manager, inputs, configurations, seen, seed.stream("order").generator());
        return new Stack(
                shape,
                from,
                columns,
                new PerceptronTraining(
                        manager,
                        shape,
                        batches,
                        initial,
                        new PerceptronTraining.Options(
                                options.steps(), options.learningRate() * own.rate(), options.weightDecay())));
    }

    /** Trains so many steps more. */
    public void run(int steps) {
        Parallel.run(stacks.size(), stack -> stacks.get(stack).training().run(steps));
    }

    /** The ensemble as it is now. */
    public TrainedEnsemble trained() {
        List<Member> members = new ArrayList<>();
        List<Integer> networks = new ArrayList<>();
        for (Stack stack : stacks) {
            List<float[]> weights = stack.training().weights();
            for (int network = 0; network < weights.size(); network++) {
                members.add(new Member(stack.shape(), stack.columns().get(network), boxed(weights.get(network))));
                networks.add(stack.first() + network);
            }
        }
        Ensemble ensemble = new Ensemble(configurations.mean(), configurations.deviation(), members);
        return new TrainedEnsemble(
                ensemble, configurations, (member, context) -> folds.leavesOut(networks.get(member), context));
    }

    private static List<Float> boxed(float[] values) {
        List<Float> boxed = new ArrayList<>(values.length);
        for (float value : values) {
            boxed.add(value);
        }
        return boxed;
    }

    @Override
    public void close() {
        manager.close();
    }
}
