package io.bellamy.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/** The texts in a panel, each at that of its places where it hides least of what is drawn, and none over another. */
final class Labels extends AbstractXYAnnotation {

    private static final Color BEHIND = new Color(255, 255, 255, 215);
    private static final double PADDING = 3;
    private static final double NEAR = 4;
    private static final int OF_A_LINE = 3;
    private static final int OF_A_LABEL = 1000;

    private final transient List<Label> labels = new ArrayList<>();
    private final transient List<List<Point2D>> lines = new ArrayList<>();
    private final transient List<Point2D> dots = new ArrayList<>();

    private record Label(String text, Font font, Point2D at, Places places) {}

    /** Says where a text of a size could stand, the best first, given what it belongs to and all the room there is. */
    @FunctionalInterface
    private interface Places {
        List<Rectangle2D> of(Point2D at, double width, double height, Rectangle2D area);
    }

    Labels() {
        super();
    }

    /** There is a line through these points. */
    void avoidLine(List<Point2D> line) {
        lines.add(line);
    }

    /** There is something at this point. */
    void avoid(Point2D dot) {
        dots.add(dot);
    }

    /** A text beside a point. */
    void beside(Point2D at, String text) {
        labels.add(new Label(text, Look.STRONG, at, Labels::beside));
    }

    /** A text along a horizontal line at the height of a point. */
    void along(Point2D at, String text) {
        labels.add(new Label(text, Look.TEXT, at, Labels::along));
    }

    /** To the right rather than to the left: where a viewer of SVG has a narrower font, only the end of a text moves. */
    private static List<Rectangle2D> beside(Point2D at, double width, double height, Rectangle2D area) {
        double centred = Math.min(at.getX() - width / 2, area.getMaxX() - width);
        List<Rectangle2D> places = new ArrayList<>();
        for (double left : new double[] {at.getX() + 9, at.getX() - 9 - width, Math.max(centred, area.getX())}) {
            for (double away : new double[] {12, 22, 36}) {
                places.add(new Rectangle2D.Double(left, at.getY() - away - height, width, height));
                places.add(new Rectangle2D.Double(left, at.getY() + away, width, height));
            }
        }
        return places;
    }

    private static List<Rectangle2D> along(Point2D at, double width, double height, Rectangle2D area) {
        List<Rectangle2D> places = new ArrayList<>();
        for (double share : new double[] {1, 0, 0.75, 0.5, 0.25}) {
            double left = area.getX() + share * (area.getWidth() - width);
            places.add(new Rectangle2D.Double(left, at.getY() - 3 - height, width, height));
            places.add(new Rectangle2D.Double(left, at.getY() + 3, width, height));
        }
        return places;
    }

    @Override
    public void draw(
            Graphics2D graphics,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis across,
            ValueAxis up,
            int rendererIndex,
            PlotRenderingInfo info) {
        Screen screen = new Screen(plot, area, across, up);
        List<Rectangle2D> taken = new ArrayList<>();
        for (Label label : labels) {
            graphics.setFont(label.font());
            FontMetrics metrics = graphics.getFontMetrics();
            double width = metrics.stringWidth(label.text()) + 2 * PADDING;
            List<Rectangle2D> places = label.places().of(screen.of(label.at()), width, metrics.getHeight(), area);
            Rectangle2D place = places.stream()
                    .filter(area::contains)
                    .min(Comparator.comparingInt(candidate -> hidden(candidate, screen, taken)))
                    .orElse(places.get(0));
            taken.add(place);
            graphics.setPaint(BEHIND);
            graphics.fill(place);
            graphics.setPaint(Look.INK);
            graphics.drawString(
                    label.text(), (float) (place.getX() + PADDING), (float) (place.getY() + metrics.getAscent()));
        }
    }

    /** How much a text would hide. */
    private int hidden(Rectangle2D text, Screen screen, List<Rectangle2D> taken) {
        Rectangle2D place = new Rectangle2D.Double(
                text.getX() - NEAR, text.getY() - NEAR, text.getWidth() + 2 * NEAR, text.getHeight() + 2 * NEAR);
        long labelsHidden = taken.stream().filter(place::intersects).count();
        long linesHidden =
                lines.stream().filter(line -> screen.crosses(line, place)).count();
        long dotsHidden = dots.stream().map(screen::of).filter(place::contains).count();
        return (int) (OF_A_LABEL * labelsHidden + OF_A_LINE * linesHidden + dotsHidden);
    }

    /** Where the values of a panel are on the screen. */
    private record Screen(XYPlot plot, Rectangle2D area, ValueAxis across, ValueAxis up) {

        Point2D of(Point2D values) {
            return new Point2D.Double(
                    across.valueToJava2D(values.getX(), area, plot.getDomainAxisEdge()),
                    up.valueToJava2D(values.getY(), area, plot.getRangeAxisEdge()));
        }

        boolean crosses(List<Point2D> line, Rectangle2D place) {
            for (int i = 1; i < line.size(); i++) {
                if (place.intersectsLine(new Line2D.Double(of(line.get(i - 1)), of(line.get(i))))) {
                    return true;
                }
            }
            return false;
        }
    }
}
