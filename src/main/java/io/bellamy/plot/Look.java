package io.bellamy.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * How machine types are told apart: by colours that are different to colour-blind eyes too (M. Okabe, K. Ito: Color
 * Universal Design, 2008), and by strokes and shapes that are different in grey.
 *
 * @param colour of everything that belongs to the machine type
 * @param stroke of its curves
 * @param shape of its runs
 */
record Look(Color colour, BasicStroke stroke, Shape shape) {

    /** So many are different. */
    static final int DIFFERENT = 6;

    static final float BAND_OPACITY = 0.16f;

    static final Color INK = new Color(0x222222);
    static final Color FADED = new Color(0x666666);
    static final Color PALE = new Color(0x999999);
    static final Color GRID = new Color(0xE3E3E3);
    static final Color PAPER = Color.WHITE;

    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 18);
    static final Font STRONG = new Font(Font.SANS_SERIF, Font.BOLD, 13);
    static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    static final Font MEDIUM = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    static final BasicStroke HAIR = new BasicStroke(1);
    static final BasicStroke RING = new BasicStroke(2.5f);
    static final BasicStroke LIMIT = dashed(1.5f, 7, 5);

    private static final float WIDTH = 2.2f;
    private static final double HALF = 3.3;

    private static final double CROSS = 4.5;

    /** What belongs to no machine type in particular. */
    static final Look ANY = new Look(FADED, new BasicStroke(WIDTH), disc(HALF));

    private static final List<Look> LOOKS = List.of(
            new Look(new Color(0x0072B2), new BasicStroke(WIDTH), disc(HALF)),
            new Look(
                    new Color(0xD55E00),
                    dashed(WIDTH, 11, 4),
                    new Rectangle2D.Double(-HALF, -HALF, 2 * HALF, 2 * HALF)),
            new Look(new Color(0x009E73), dashed(WIDTH, 2.5f, 3), polygon(-4, 3.5, 4, 3.5, 0, -4)),
            new Look(new Color(0xCC79A7), dashed(WIDTH, 11, 3, 2.5f, 3), polygon(-4.5, 0, 0, 4.5, 4.5, 0, 0, -4.5)),
            new Look(new Color(0x56B4E9), dashed(WIDTH, 5, 4), polygon(-4, -3.5, 4, -3.5, 0, 4)),
            new Look(
                    new Color(0xE69F00),
                    dashed(WIDTH, 11, 3, 2.5f, 3, 2.5f, 3),
                    polygon(
                            -4, -1.3, -4, 1.3, -1.3, 1.3, -1.3, 4, 1.3, 4, 1.3, 1.3, 4, 1.3, 4, -1.3, 1.3, -1.3, 1.3,
                            -4, -1.3, -4, -1.3, -1.3)));

    /** The look of the machine type of this number, of which there are {@link #DIFFERENT}. */
    static Look of(int number) {
        return LOOKS.get(number);
    }

    /** The colour, let through as much as a band is. */
    Color faint() {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), Math.round(255 * BAND_OPACITY));
    }

    /** A disc around the origin. */
    static Shape disc(double radius) {
        return new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
    }

    /** A cross over the origin. */
    static Shape cross() {
        Path2D path = new Path2D.Double();
        path.moveTo(-CROSS, -CROSS);
        path.lineTo(CROSS, CROSS);
        path.moveTo(-CROSS, CROSS);
        path.lineTo(CROSS, -CROSS);
        return path;
    }

    private static Shape polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }

    private static BasicStroke dashed(float width, float... onAndOff) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, onAndOff, 0);
    }
}
