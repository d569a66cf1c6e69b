package io.bellamy.plot;

import io.bellamy.adaptation.Interval;
import io.bellamy.job.Run;
import io.bellamy.plot.Curve.CurvePoint;
import io.bellamy.recommendation.Candidate;
import io.bellamy.recommendation.Limit.Quantity;
import io.bellamy.recommendation.Recommendation;
import io.bellamy.report.Words;
import java.awt.geom.Point2D;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Runtimes: curves in their bands, the runs that they rest on, the choice and a deadline. */
final class RuntimePanel {

    /** A band that goes higher is cut off: it would press the curves to the ground. */
    private static final double HIGH = 2;

    private static final int LONGEST_NAME = 40;

    private RuntimePanel() {}

    static XYPlot of(Recommendation recommendation, List<Curve> curves, Range scaleOuts, OptionalDouble fixed) {
        Panel panel = new Panel(recommendation, scaleOuts, "runtime [s]", shown(recommendation, curves, fixed));
        YIntervalSeriesCollection predicted = new YIntervalSeriesCollection();
        DeviationRenderer predictedLook = new DeviationRenderer(true, false);
        predictedLook.setAlpha(Look.BAND_OPACITY);
        XYSeriesCollection measured = new XYSeriesCollection();
        XYLineAndShapeRenderer measuredLook = new XYLineAndShapeRenderer(false, true);
        measuredLook.setDrawOutlines(true);
        measuredLook.setUseOutlinePaint(true);
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            Look look = curve.look();
            predicted.addSeries(predicted(curve, panel.labels()));
            predictedLook.setSeriesPaint(i, look.colour());
            predictedLook.setSeriesFillPaint(i, look.colour());
            predictedLook.setSeriesStroke(i, look.stroke());
            measured.addSeries(measured(curve, panel.labels()));
            measuredLook.setSeriesPaint(i, look.colour());
            measuredLook.setSeriesOutlinePaint(i, Look.PAPER);
            measuredLook.setSeriesShape(i, look.shape());
        }
        panel.add(predicted, predictedLook);
        panel.add(measured, measuredLook);
        tooSmall(panel, recommendation, curves);
        Candidate choice = recommendation.choice();
        panel.mark(
                choice.runtime(),
                Words.mark(recommendation) + ": "
                        + Curve.shortened(Words.cluster(choice.scaleOut(), choice.answer()), LONGEST_NAME)
                        + String.format(Locale.ROOT, ", %.1f s", choice.runtime()));
        panel.limit(Quantity.RUNTIME);
        fixed.ifPresent(seconds -> panel.line(
                seconds, "does not shrink with more " + choice.answer().counts()));
        return panel.plot();
    }

    /** Crosses where memory will not do. */
    private static void tooSmall(Panel panel, Recommendation recommendation, List<Curve> curves) {
        XYSeries crossed = new XYSeries("too little memory");
        curves.stream()
                .flatMap(curve -> curve.points().stream())
                .filter(point -> !point.candidate().fits(recommendation.memory()))
                .forEach(point -> crossed.add(point.scaleOut(), point.runtime()));
        if (!crossed.isEmpty()) {
            XYLineAndShapeRenderer look = new XYLineAndShapeRenderer(false, true);
            look.setSeriesShape(0, Look.cross());
            look.setSeriesPaint(0, Look.INK);
            look.setSeriesShapesFilled(0, false);
            look.setSeriesOutlineStroke(0, Look.RING);
            look.setSeriesStroke(0, Look.RING);
            panel.add(new XYSeriesCollection(crossed), look);
        }
    }

    private static DoubleSummaryStatistics shown(
            Recommendation recommendation, List<Curve> curves, OptionalDouble fixed) {
        DoubleSummaryStatistics shown = curves.stream()
                .flatMapToDouble(curve -> DoubleStream.concat(
                        curve.points().stream().mapToDouble(CurvePoint::runtime),
                        curve.answer().runs().stream().mapToDouble(Run::runtime)))
                .summaryStatistics();
        double high = HIGH * shown.getMax();
        curves.stream()
                .flatMap(curve -> curve.points().stream())
                .flatMap(point -> point.interval().stream())
                .mapToDouble(Interval::upper)
                .map(upper -> Math.min(upper, high))
                .forEach(shown);
        fixed.ifPresent(shown);
        Panel.makeRoom(shown, recommendation, Quantity.RUNTIME);
        return shown;
    }

    private static YIntervalSeries predicted(Curve curve, Labels labels) {
        YIntervalSeries series = new YIntervalSeries(curve.answer().machine());
        for (CurvePoint point : curve.points()) {
            series.add(point.scaleOut(), point.runtime(), lower(point), upper(point));
        }
        Stream.<ToDoubleFunction<CurvePoint>>of(CurvePoint::runtime, RuntimePanel::lower, RuntimePanel::upper)
                .forEach(edge -> labels.avoidLine(curve.points().stream()
                        .<Point2D>map(point -> new Point2D.Double(point.scaleOut(), edge.applyAsDouble(point)))
                        .toList()));
        return series;
    }

    private static double lower(CurvePoint point) {
        return point.interval().map(Interval::lower).orElse(point.runtime());
    }

    private static double upper(CurvePoint point) {
        return point.interval().map(Interval::upper).orElse(point.runtime());
    }

    private static XYSeries measured(Curve curve, Labels labels) {
        XYSeries series = new XYSeries(curve.answer().machine());
        for (Run run : curve.answer().runs()) {
            series.add(run.scaleOut(), run.runtime());
            labels.avoid(new Point2D.Double(run.scaleOut(), run.runtime()));
        }
        return series;
    }
}
