package io.bellamy.plot;

import io.bellamy.prediction.Answer;
import io.bellamy.recommendation.Candidate;
import io.bellamy.recommendation.Limit;
import io.bellamy.recommendation.Recommendation;
import io.bellamy.report.Words;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** What the panels of a picture have in common. */
final class Panel {

    private static final double RING = 16;

    private Panel() {}

    /** A plot with nothing in it but its value axis. */
    static XYPlot empty(String axisLabel) {
        NumberAxis values = RecommendationPlot.axis(axisLabel);
        values.setAutoRangeIncludesZero(true);
        values.setUpperMargin(0.12);
        XYPlot plot = new XYPlot(null, null, values, null);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(Look.FAINT);
        plot.setRangeGridlinePaint(Look.FAINT);
        plot.setOutlineVisible(false);
        return plot;
    }

    /** The candidates of a machine type by their scale-outs. */
    static List<Candidate> curve(Recommendation recommendation, Answer answer) {
        return recommendation.ranking().stream()
                .filter(candidate -> candidate.answer().equals(answer))
                .sorted(Comparator.comparingInt(Candidate::scaleOut))
                .toList();
    }

    /** A ring around the choice. */
    static void mark(XYPlot plot, int dataset, Recommendation recommendation, double value) {
        Candidate choice = recommendation.choice();
        String label = recommendation.met() ? "recommended: " : "nearest: ";
        XYSeries series = new XYSeries(label + Words.cluster(choice.scaleOut(), choice.answer()));
        series.add(choice.scaleOut(), value);
        XYLineAndShapeRenderer ring = new XYLineAndShapeRenderer(false, true);
        ring.setSeriesShape(0, new Ellipse2D.Double(-RING / 2, -RING / 2, RING, RING));
        ring.setSeriesShapesFilled(0, false);
        ring.setUseOutlinePaint(true);
        ring.setSeriesOutlinePaint(0, Look.INK);
        ring.setSeriesPaint(0, Look.INK);
        ring.setSeriesOutlineStroke(0, new BasicStroke(2.5f));
        ring.setUseOutlinePaint(true);
        plot.setDataset(dataset, new XYSeriesCollection(series));
        plot.setRenderer(dataset, ring);
    }

    /** A line at the limit. */
    static void limit(XYPlot plot, Limit limit, Recommendation recommendation) {
        ValueMarker line = new ValueMarker(limit.value(), Look.INK, Look.LIMIT);
        line.setLabel("at most " + Words.limit(limit, recommendation));
        line.setLabelFont(Look.TEXT);
        line.setLabelPaint(Look.INK);
        line.setLabelBackgroundColor(Look.CLEAR);
        line.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        line.setLabelTextAnchor(TextAnchor.BOTTOM_RIGHT);
        plot.addRangeMarker(line);
    }

    /** No legend of its own: another panel's tells the same. */
    static void withoutLegend(XYPlot plot) {
        plot.setFixedLegendItems(new LegendItemCollection());
    }
}
