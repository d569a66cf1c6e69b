package io.bellamy.plot;

import io.bellamy.job.Run;
import io.bellamy.prediction.Answer;
import io.bellamy.prediction.Answer.Interval;
import io.bellamy.problem.Quoted;
import io.bellamy.recommendation.Candidate;
import io.bellamy.recommendation.Limit.Quantity;
import io.bellamy.recommendation.Recommendation;
import io.bellamy.report.Words;
import java.util.Optional;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Runtimes: curves in their intervals, the runs that they rest on, the choice and a deadline. */
final class RuntimePanel {

    private static final int CURVES = 0;
    private static final int RUNS = 1;
    private static final int CHOICE = 2;
    private static final float TRANSPARENCY = 0.18f;

    /** Single points make no line. */
    private static final int FEW = 3;

    private RuntimePanel() {}

    static XYPlot of(Recommendation recommendation) {
        XYPlot plot = Panel.empty("runtime [s]");
        YIntervalSeriesCollection curves = new YIntervalSeriesCollection();
        XYSeriesCollection runs = new XYSeriesCollection();
        DeviationRenderer curveLook = new DeviationRenderer(true, false);
        XYLineAndShapeRenderer runLook = new XYLineAndShapeRenderer(false, true);
        curveLook.setAlpha(TRANSPARENCY);
        boolean several = recommendation.answers().size() > 1;
        for (Answer answer : recommendation.answers()) {
            int number = curves.getSeriesCount();
            Look look = Look.of(number);
            curves.addSeries(curve(recommendation, answer));
            curveLook.setSeriesPaint(number, look.colour());
            curveLook.setSeriesFillPaint(number, look.colour());
            curveLook.setSeriesStroke(number, look.stroke());
            curveLook.setSeriesShape(number, look.shape());
            curveLook.setSeriesShapesVisible(number, answer.predictions().size() < FEW);
            if (!answer.runs().isEmpty()) {
                int at = runs.getSeriesCount();
                runs.addSeries(measured(answer, several ? answer.machineType() : "measured"));
                runLook.setSeriesPaint(at, look.colour());
                runLook.setSeriesShape(at, look.shape());
                runLook.setSeriesVisibleInLegend(at, !several);
            }
        }
        plot.setDataset(CURVES, curves);
        plot.setRenderer(CURVES, curveLook);
        plot.setDataset(RUNS, runs);
        plot.setRenderer(RUNS, runLook);
        Panel.mark(plot, CHOICE, recommendation, recommendation.choice().runtime());
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        recommendation
                .objective()
                .limit()
                .filter(limit -> limit.quantity() == Quantity.RUNTIME)
                .ifPresent(limit -> Panel.limit(plot, limit, recommendation));
        return plot;
    }

    private static YIntervalSeries curve(Recommendation recommendation, Answer answer) {
        Optional<Interval> first = answer.predictions().get(0).interval();
        String band = first.map(interval -> " (band: " + Words.percent(interval.level()) + " of runs)")
                .orElse("");
        boolean several = recommendation.answers().size() > 1;
        YIntervalSeries series = new YIntervalSeries(several ? Quoted.plain(answer.machineType()) : "predicted" + band);
        for (Candidate candidate : Panel.curve(recommendation, answer)) {
            Optional<Interval> interval = candidate.prediction().interval();
            series.add(
                    candidate.scaleOut(),
                    candidate.runtime(),
                    interval.map(Interval::lower).orElse(candidate.runtime()),
                    interval.map(Interval::upper).orElse(candidate.runtime()));
        }
        return series;
    }

    private static XYSeries measured(Answer answer, String name) {
        XYSeries series = new XYSeries(name);
        for (Run run : answer.runs()) {
            series.add(run.scaleOut(), run.runtime());
        }
        return series;
    }
}
