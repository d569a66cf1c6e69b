package io.bellamy.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A logarithmic axis with ticks at 1, 2 and 5 in every decade, or fewer where there is no room for so many. */
final class DecadeAxis extends LogAxis {

    private static final double GAP = 10;

    DecadeAxis(String label) {
        super(label);
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        boolean across = RectangleEdge.isTopOrBottom(edge);
        double length = across ? area.getWidth() : area.getHeight();
        TextAnchor anchor = across ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        return Stream.of(inDecades(1, 1, 2, 5), inDecades(1, 1), inDecades(3, 1))
                .map(values -> values.mapToObj(value -> new NumberTick(
                                TickType.MAJOR,
                                value,
                                Axes.format(Axes.places(value)).format(value),
                                anchor,
                                anchor,
                                0))
                        .toList())
                .filter(ticks -> ticks.stream()
                                .mapToDouble(tick -> GAP + extent(graphics, tick.getText(), across))
                                .sum()
                        < length)
                .findFirst()
                .orElse(List.of());
    }

    /** Multiples of every so-and-so-many-th power of ten. */
    private DoubleStream inDecades(int step, int... multiples) {
        int first = (int) Math.floor(Math.log10(getLowerBound()));
        int last = (int) Math.ceil(Math.log10(getUpperBound()));
        return IntStream.rangeClosed(first, last)
                .filter(power -> power % step == 0)
                .boxed()
                .flatMapToDouble(
                        power -> IntStream.of(multiples).mapToDouble(multiple -> multiple * Math.pow(10, power)))
                .filter(getRange()::contains);
    }

    private double extent(Graphics2D graphics, String label, boolean across) {
        Rectangle2D bounds = graphics.getFontMetrics(getTickLabelFont()).getStringBounds(label, graphics);
        return across ? bounds.getWidth() : bounds.getHeight();
    }
}
