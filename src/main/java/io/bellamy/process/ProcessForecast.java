package io.bellamy.process;

import io.bellamy.adaptation.RuntimeDistribution.Component;
import io.bellamy.job.PropertyValues;
import java.util.ArrayList;
import java.util.List;

/**
 * What a history and a few more runs say of others. The more runs are conditioned on exactly: every possibility which of them
 * are stragglers is a part of the mixture. Safe for several threads.
 */
public final class ProcessForecast {

    /** With more runs than this the possibilities are too many. */
    static final int MOST_MORE = 6;

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
