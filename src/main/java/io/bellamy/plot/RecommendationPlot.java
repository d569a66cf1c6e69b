package io.bellamy.plot;

import io.bellamy.prediction.Answer;
import io.bellamy.problem.Quoted;
import io.bellamy.recommendation.Recommendation;
import io.bellamy.report.Words;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.io.IOException;
import java.util.stream.Collectors;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * A recommendation as a picture: runtimes by scale-out with their intervals, the runs that they rest on, and the choice;
 * below them the costs, where they are known.
 */
public final class RecommendationPlot {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 480;
    private static final int COST_HEIGHT = 220;

    private RecommendationPlot() {}

    /** The content of a file in a format. */
    public static byte[] render(Recommendation recommendation, PictureFormat format) throws IOException {
        // no screen is needed, and none may be there
        System.setProperty("java.awt.headless", "true");
        boolean priced = recommendation.ranking().stream()
                .anyMatch(candidate -> candidate.cost().isPresent());
        NumberAxis scaleOuts = axis("scale-out [machines]");
        scaleOuts.setAutoRangeIncludesZero(false);
        scaleOuts.setStandardTickUnits(new NumberTickUnitSource(true));
        CombinedDomainXYPlot plot = new CombinedDomainXYPlot(scaleOuts);
        plot.setGap(18);
        plot.add(RuntimePanel.of(recommendation), priced ? 5 : 1);
        if (priced) {
            plot.add(CostPanel.of(recommendation), 3);
        }
        JFreeChart chart = new JFreeChart(null, Look.TITLE, plot, true);
        title(chart, recommendation);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(12, 14, 10, 22));
        chart.getLegend().setItemFont(Look.TEXT);
        chart.getLegend().setFrame(BlockBorder.NONE);
        chart.getLegend().setPosition(RectangleEdge.BOTTOM);
        return format.render(chart, new Dimension(WIDTH, priced ? HEIGHT + COST_HEIGHT : HEIGHT));
    }

    /** An axis as all of them are. */
    static NumberAxis axis(String label) {
        NumberAxis axis = new NumberAxis(label);
        axis.setLabelFont(Look.TEXT);
        axis.setTickLabelFont(Look.TEXT);
        axis.setLabelPaint(Look.INK);
        axis.setTickLabelPaint(Look.INK);
        return axis;
    }

    private static void title(JFreeChart chart, Recommendation recommendation) {
        Answer first = recommendation.answers().get(0);
        chart.setTitle(line(first.algorithm() + " on " + first.trainingTarget(), Look.TITLE));
        chart.addSubtitle(line(context(recommendation), Look.TEXT));
        chart.addSubtitle(line(Words.choice(recommendation), Look.STRONG));
        chart.getSubtitles().stream()
                .filter(TextTitle.class::isInstance)
                .map(TextTitle.class::cast)
                .forEach(title -> title.setPadding(new RectangleInsets(1, 0, 1, 0)));
    }

    private static String context(Recommendation recommendation) {
        Answer first = recommendation.answers().get(0);
        boolean several = recommendation.answers().size() > 1;
        String context = first.context().entrySet().stream()
                .filter(property -> !property.getValue().isEmpty())
                .filter(property -> !several || !property.getKey().equals(Answer.MACHINE_TYPE))
                .map(property -> property.getKey() + " " + Quoted.plain(property.getValue()))
                .collect(Collectors.joining(", "));
        return several ? context + "; lines: predicted, bands: " + band(first) + ", points: measured" : context;
    }

    private static String band(Answer answer) {
        return answer.predictions()
                .get(0)
                .interval()
                .map(interval -> Words.percent(interval.level()) + " of runs")
                .orElse("none");
    }

    private static TextTitle line(String text, Font font) {
        TextTitle title = new TextTitle(text, font);
        title.setPaint(Look.INK);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setTextAlignment(HorizontalAlignment.LEFT);
        return title;
    }
}
