package io.bellamy.plot;

import io.bellamy.recommendation.Candidate;
import io.bellamy.recommendation.Limit;
import io.bellamy.recommendation.Limit.Quantity;
import io.bellamy.recommendation.Recommendation;
import io.bellamy.report.Words;
import java.awt.geom.Point2D;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.Range;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** One of the plots that stand above each other: amounts over the scale-outs. */
final class Panel {

    /** A limit that is farther away would press everything else together. */
    private static final double FAR = 1.6;

    private static final double RING_RADIUS = 8;

    private final Recommendation recommendation;
    private final Range scaleOuts;
    private final Labels labels = new Labels();
    private final XYPlot plot;
    private int layers;

    /**
     * An empty panel.
     *
     * @param scaleOuts from the left to the right end
     * @param label of the axis of the amounts
     * @param amounts that must be seen
     */
    Panel(Recommendation recommendation, Range scaleOuts, String label, DoubleSummaryStatistics amounts) {
        this.recommendation = recommendation;
        this.scaleOuts = scaleOuts;
        this.plot = new XYPlot(null, null, Axes.amounts(label, amounts), null);
        plot.setBackgroundPaint(Look.PAPER);
        plot.setDomainGridlinePaint(Look.GRID);
        plot.setDomainGridlineStroke(Look.HAIR);
        plot.setRangeGridlinePaint(Look.GRID);
        plot.setRangeGridlineStroke(Look.HAIR);
        plot.setOutlineVisible(false);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    }

    /** Sees to it that a limit is seen too, if it is one on this quantity and not far from the amounts. */
    static void makeRoom(DoubleSummaryStatistics amounts, Recommendation recommendation, Quantity quantity) {
        limit(recommendation, quantity)
                .map(Limit::value)
                .filter(value -> value >= amounts.getMin() / FAR && value <= amounts.getMax() * FAR)
                .ifPresent(amounts::accept);
    }

    private static Optional<Limit> limit(Recommendation recommendation, Quantity quantity) {
        return recommendation.objective().limit().filter(limit -> limit.quantity() == quantity);
    }

    /** Draws more over what is there already. */
    void add(XYDataset dataset, XYItemRenderer renderer) {
        plot.setDataset(layers, dataset);
        plot.setRenderer(layers, renderer);
        layers++;
    }

    /** Where labels have to keep away from. */
    Labels labels() {
        return labels;
    }

    /** A ring around the choice, at its scale-out, and what there is to say about it. */
    void mark(double amount, String label) {
        Candidate choice = recommendation.choice();
        XYSeries series = new XYSeries("choice");
        series.add(choice.scaleOut(), amount);
        XYLineAndShapeRenderer ring = new XYLineAndShapeRenderer(false, true);
        ring.setSeriesShape(0, Look.disc(RING_RADIUS));
        ring.setSeriesShapesFilled(0, false);
        ring.setSeriesPaint(0, Look.INK);
        ring.setSeriesStroke(0, Look.RING);
        ring.setSeriesOutlineStroke(0, Look.RING);
        add(new XYSeriesCollection(series), ring);
        plot.addDomainMarker(new ValueMarker(choice.scaleOut(), Look.PALE, Look.HAIR), Layer.BACKGROUND);
        Point2D at = new Point2D.Double(choice.scaleOut(), amount);
        labels.avoid(at);
        labels.beside(at, label);
    }

    /** A line at the limit, if it is one on this quantity; or else where it would be. */
    void limit(Quantity quantity) {
        limit(recommendation, quantity)
                .ifPresent(limit -> line(limit.value(), "limit: " + Words.limit(limit, recommendation)));
    }

    /** A line at an amount; or else what it says where it would be. */
    void line(double amount, String text) {
        Range amounts = plot.getRangeAxis().getRange();
        double visible = amounts.constrain(amount);
        Point2D left = new Point2D.Double(scaleOuts.getLowerBound(), visible);
        Point2D right = new Point2D.Double(scaleOuts.getUpperBound(), visible);
        if (amounts.contains(amount)) {
            plot.addRangeMarker(new ValueMarker(amount, Look.INK, Look.LIMIT), Layer.FOREGROUND);
            labels.avoidLine(List.of(left, right));
            labels.along(right, text);
        } else {
            labels.along(right, text + (amount > visible ? ", far above" : ", far below"));
        }
    }

    /** The panel with all that was added. */
    XYPlot plot() {
        plot.addAnnotation(labels);
        return plot;
    }
}
