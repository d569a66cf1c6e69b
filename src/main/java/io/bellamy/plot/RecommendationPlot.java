package io.bellamy.plot;

import io.bellamy.job.Run;
import io.bellamy.recommendation.Recommendation;
import io.bellamy.report.Words;
import java.awt.Dimension;
import java.io.IOException;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * A recommendation as a picture: runtimes over scale-outs with their intervals, the runs that they rest on, the choice and
 * a limit; below them the costs, where they are known.
 */
public final class RecommendationPlot {

    /** Of a picture that is written into a file, in points of the screen. */
    public static final int WIDTH = 960;

    /** A narrower one has no room for its labels. */
    public static final int LEAST_WIDTH = 320;

    public static final int MOST_WIDTH = 1920;

    private static final int HEIGHT = 480;
    private static final int HEIGHT_WITH_COSTS = 700;
    private static final int HEIGHT_OF_NOTE = 14;
    private static final double GAP = 16;

    private RecommendationPlot() {}

    /**
     * The content of a file in a format; the same recommendation gives the same, where the same fonts are.
     *
     * @param fixed what of a run does not shrink with more machines, seconds, where it is known
     * @param width in points of the screen, from {@link #LEAST_WIDTH} to {@link #MOST_WIDTH}
     * @throws IOException where there is no font
     */
    public static byte[] render(Recommendation recommendation, OptionalDouble fixed, int width, PictureFormat format)
            throws IOException {
        // no screen is needed, and none may be there
        System.setProperty("java.awt.headless", "true");
        requireFonts();
        // else labels of upright axes are drawn as shapes, which no one can read aloud or search
        TextUtils.setUseDrawRotatedStringWorkaround(false);
        List<Curve> curves = Curve.of(recommendation);
        boolean priced = CostPanel.isKnown(curves);
        ValueAxis scaleOuts = Axes.scaleOuts(curves.get(0).answer().counts(), scaleOuts(curves));
        CombinedDomainXYPlot plot = new CombinedDomainXYPlot(scaleOuts);
        plot.setGap(GAP);
        plot.setInsets(new RectangleInsets(8, 4, 4, 8));
        plot.add(RuntimePanel.of(recommendation, curves, scaleOuts.getRange(), fixed), priced ? 3 : 1);
        if (priced) {
            plot.add(CostPanel.of(recommendation, curves, scaleOuts.getRange()), 2);
        }
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(Look.PAPER);
        chart.setPadding(new RectangleInsets(12, 14, 10, 20));
        Titles.above(recommendation).forEach(chart::addSubtitle);
        List<String> notes = Notes.of(recommendation, curves);
        chart.addSubtitle(Titles.below(notes));
        chart.addSubtitle(legend(curves));
        return format.write(new Picture(
                chart,
                new Dimension(
                        width,
                        (priced ? HEIGHT_WITH_COSTS : HEIGHT) + HEIGHT_OF_NOTE * notes.size() + forBrokenLines(width)),
                Titles.subject(recommendation),
                Words.choice(recommendation)));
    }

    /** Texts above and below take more lines in a narrow picture, which are not taken from the panels. */
    private static int forBrokenLines(int width) {
        return Math.max(0, (WIDTH - width) / 3);
    }

    /** Java needs fonts even to tell how wide a text is, and has none of its own. */
    private static void requireFonts() throws IOException {
        try {
            Look.TEXT.getFamily(Locale.ROOT);
        } catch (InternalError | LinkageError | RuntimeException none) { // the last is Java 25's
            throw new IOException("Java finds no fonts: install fontconfig and a font, as fonts-dejavu-core", none);
        }
    }

    private static DoubleSummaryStatistics scaleOuts(List<Curve> curves) {
        return curves.stream()
                .flatMapToDouble(curve -> DoubleStream.concat(
                        curve.answer().predictions().stream().mapToDouble(prediction -> prediction.scaleOut()),
                        curve.answer().runs().stream().mapToDouble(Run::scaleOut)))
                .summaryStatistics();
    }

    private static LegendTitle legend(List<Curve> curves) {
        LegendTitle legend = new LegendTitle(() -> Legend.of(curves));
        legend.setItemFont(Look.TEXT);
        legend.setItemPaint(Look.INK);
        legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 14));
        legend.setFrame(BlockBorder.NONE);
        legend.setPosition(RectangleEdge.BOTTOM);
        return legend;
    }
}
