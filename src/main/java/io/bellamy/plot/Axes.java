package io.bellamy.plot;

import io.bellamy.job.ScaleOutUnit;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;

/** Makes axes. One whose largest value is more than 50 times the smallest is logarithmic, and says so. */
final class Axes {

    private static final double LINEAR_RATIO = 50;
    private static final double ROOM = 0.08;
    private static final double HALF_A_STEP = 0.5;

    private Axes() {}

    /** Whole numbers of machines, or of what else is counted. */
    static ValueAxis scaleOuts(ScaleOutUnit counts, DoubleSummaryStatistics shown) {
        String label = "scale-out [" + counts + "]";
        if (isWide(shown)) {
            return logarithmic(label, shown, ROOM / 2);
        }
        NumberAxis axis = linear(label, true);
        double room = Math.max(HALF_A_STEP, (shown.getMax() - shown.getMin()) * ROOM / 2);
        axis.setRange(shown.getMin() - room, shown.getMax() + room);
        return axis;
    }

    /** Amounts, from zero on where the axis is linear, so that heights compare. */
    static ValueAxis amounts(String label, DoubleSummaryStatistics shown) {
        if (isWide(shown)) {
            return logarithmic(label, shown, ROOM);
        }
        NumberAxis axis = linear(label, false);
        double least = Math.min(0, shown.getMin());
        double most = Math.max(0, shown.getMax());
        double room = most > least ? (most - least) * ROOM : 1;
        axis.setRange(least < 0 ? least - room : 0, most + room);
        return axis;
    }

    private static boolean isWide(DoubleSummaryStatistics shown) {
        return shown.getMin() > 0 && shown.getMax() / shown.getMin() > LINEAR_RATIO;
    }

    private static NumberAxis linear(String label, boolean whole) {
        NumberAxis axis = new EvenAxis(label);
        axis.setStandardTickUnits(new NumberTickUnitSource(whole));
        style(axis);
        return axis;
    }

    private static ValueAxis logarithmic(String label, DoubleSummaryStatistics shown, double share) {
        DecadeAxis axis = new DecadeAxis(label + ", logarithmic");
        double room = Math.pow(shown.getMax() / shown.getMin(), share);
        axis.setRange(shown.getMin() / room, shown.getMax() * room);
        style(axis);
        return axis;
    }

    private static void style(ValueAxis axis) {
        axis.setLabelFont(Look.TEXT);
        axis.setLabelPaint(Look.INK);
        axis.setTickLabelFont(Look.TEXT);
        axis.setTickLabelPaint(Look.INK);
        axis.setAxisLinePaint(Look.FADED);
        axis.setTickMarkPaint(Look.FADED);
    }

    /** How numbers are written that need so many places after the point. */
    static NumberFormat format(int places) {
        String pattern = places > 0 ? "0." + "0".repeat(places) : "0";
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    /** How many places after the point a step, or a number of one digit, needs. */
    static int places(double step) {
        return (int) Math.max(0, -Math.floor(Math.log10(step)));
    }

    /** Writes all its numbers with the places that the steps between them need. */
    private static final class EvenAxis extends NumberAxis {

        EvenAxis(String label) {
            super(label);
        }

        @Override
        protected void selectAutoTickUnit(Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
            super.selectAutoTickUnit(graphics, area, edge);
            double step = getTickUnit().getSize();
            setTickUnit(new NumberTickUnit(step, format(places(step))), false, false);
        }
    }
}
