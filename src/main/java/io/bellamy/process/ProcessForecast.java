package io.bellamy.process;

import io.bellamy.adaptation.RuntimeDistribution.Component;
import io.bellamy.job.PropertyValues;
import io.bellamy.model.Grounds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a history and a few more runs say of others. The more runs are conditioned on exactly: every possibility which of them
 * are stragglers is a part of the mixture. Safe for several threads.
 */
public final class ProcessForecast {

    /** With more runs than this the possibilities are too many. */
    static final int MOST_MORE = 6;

    /** Of all weights; the rest is spread over many runs that hardly count. */
    private static final double MOST_WEIGHT = 0.9;

    private final InformedProcess informed;
    private final Surroundings surroundings;
    private final List<Surroundings.View> views = new ArrayList<>();
    private final StragglerMixture mixture;

    ProcessForecast(InformedProcess informed, Surroundings surroundings, List<Cell> more) {
        this.informed = informed;
        this.surroundings = surroundings;
        List<Double> surprises = new ArrayList<>();
        for (Cell cell : more) {
            Surroundings.View view = surroundings.at(cell.place());
            for (double log : cell.logs()) {
                views.add(view);
                surprises.add(log - informed.process().mean() - view.mean());
            }
        }
        double[][] covariance = new double[views.size()][views.size()];
        for (int i = 0; i < covariance.length; i++) {
            for (int j = i; j < covariance.length; j++) {
                covariance[i][j] = views.get(i).covariance(views.get(j));
            }
        }
        this.mixture = new StragglerMixture(covariance, surprises, informed.process().scatter());
    }

    /** What is said of a run rests on these, most of all: they are alike, or tell of the scale-out. */
    public Grounds grounds(int scaleOut, PropertyValues properties) {
        Place place = informed.asked(scaleOut, properties);
        double[] weights = surroundings.weights(surroundings.at(place));
        double all = DoubleStream.of(weights).sum();
        List<Integer> byWeight = IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -weights[i]))
                .toList();
        int runs = 0;
        double sum = 0;
        double likeness = 0;
        Optional<LocalDate> newest = Optional.empty();
        for (int i : byWeight) {
            if (sum >= MOST_WEIGHT * all) {
                break;
            }
            Cell cell = surroundings.cells().get(i);
            sum += weights[i];
            likeness += weights[i] * informed.kernel().likeness(place, cell.place());
            runs += cell.runs().size();
            newest = Stream.concat(newest.stream(), cell.runs().stream().flatMap(run -> run.measured().stream()))
                    .max(Comparator.naturalOrder());
        }
        return new Grounds(runs, sum > 0 ? likeness / sum : 0, newest);
    }

    /** How long a run takes: the parts of a mixture. */
    public List<Component> at(int scaleOut, PropertyValues properties) {
        HistoryProcess process = informed.process();
        Place place = informed.asked(scaleOut, properties);
        Surroundings.View view = surroundings.at(place);
        double base = process.mean() + process.columns().believed(place) + view.mean();
        double[] covariances = views.stream().mapToDouble(view::covariance).toArray();
        return mixture.at(base, view.covariance(view), covariances);
    }
}
