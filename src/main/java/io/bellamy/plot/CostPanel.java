package io.bellamy.plot;

import io.bellamy.prediction.Answer;
import io.bellamy.recommendation.Candidate;
import io.bellamy.recommendation.Limit.Quantity;
import io.bellamy.recommendation.Recommendation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Costs of the predicted runs, the choice and a budget. */
final class CostPanel {

    private static final int CURVES = 0;
    private static final int CHOICE = 1;
    private static final int FEW = 3;

    private CostPanel() {}

    static XYPlot of(Recommendation recommendation) {
        XYPlot plot = Panel.empty("cost [" + recommendation.currency().orElse("") + "]");
        XYSeriesCollection curves = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        int number = 0;
        for (Answer answer : recommendation.answers()) {
            XYSeries series = new XYSeries(answer.machineType());
            for (Candidate candidate : Panel.curve(recommendation, answer)) {
                candidate.cost().ifPresent(cost -> series.add(candidate.scaleOut(), cost.doubleValue()));
            }
            curves.addSeries(series);
            Look look = Look.of(number);
            renderer.setSeriesPaint(number, look.colour());
            renderer.setSeriesStroke(number, look.stroke());
            renderer.setSeriesShape(number, look.shape());
            renderer.setSeriesShapesVisible(number, series.getItemCount() < FEW);
            number++;
        }
        plot.setDataset(CURVES, curves);
        plot.setRenderer(CURVES, renderer);
        recommendation.choice().cost().ifPresent(cost -> Panel.mark(plot, CHOICE, recommendation, cost));
        Panel.withoutLegend(plot);
        recommendation
                .objective()
                .limit()
                .filter(limit -> limit.quantity() == Quantity.COST)
                .ifPresent(limit -> Panel.limit(plot, limit, recommendation));
        return plot;
    }
}
