package io.bellamy.plot;

import io.bellamy.plot.Curve.CurvePoint;
import io.bellamy.recommendation.Limit.Quantity;
import io.bellamy.recommendation.Recommendation;
import io.bellamy.report.Words;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** What the predicted runs cost, the choice and a budget. */
final class CostPanel {

    private CostPanel() {}

    /** Is there a cost to be seen? */
    static boolean isKnown(List<Curve> curves) {
        return curves.stream()
                .flatMap(curve -> curve.points().stream())
                .anyMatch(point -> point.candidate().cost().isPresent());
    }

    static XYPlot of(Recommendation recommendation, List<Curve> curves, Range scaleOuts) {
        String currency = recommendation.currency().orElse("");
        Panel panel = new Panel(recommendation, scaleOuts, "cost [" + currency + "]", shown(recommendation, curves));
        XYSeriesCollection costs = new XYSeriesCollection();
        XYLineAndShapeRenderer costLook = new XYLineAndShapeRenderer(true, false);
        costLook.setDrawSeriesLineAsPath(true);
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            costs.addSeries(costs(curve, panel.labels()));
            costLook.setSeriesPaint(i, curve.look().colour());
            costLook.setSeriesStroke(i, curve.look().stroke());
        }
        panel.add(costs, costLook);
        recommendation.choice().cost().ifPresent(cost -> panel.mark(cost, Words.cost(cost) + " " + currency));
        panel.limit(Quantity.COST);
        return panel.plot();
    }

    private static DoubleSummaryStatistics shown(Recommendation recommendation, List<Curve> curves) {
        DoubleSummaryStatistics shown = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .flatMap(point -> point.candidate().cost().stream())
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        Panel.makeRoom(shown, recommendation, Quantity.COST);
        return shown;
    }

    private static XYSeries costs(Curve curve, Labels labels) {
        XYSeries series = new XYSeries(curve.answer().machine());
        List<Point2D> line = new ArrayList<>();
        for (CurvePoint point : curve.points()) {
            point.candidate().cost().ifPresent(cost -> {
                series.add(point.scaleOut(), cost.doubleValue());
                line.add(new Point2D.Double(point.scaleOut(), cost));
            });
        }
        labels.avoidLine(line);
        return series;
    }
}
