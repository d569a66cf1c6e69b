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
 * Universal Design, 2008), and by shapes and strokes that are different in grey.
 */
record Look(Color colour, Shape shape, BasicStroke stroke) {

    static final Color INK = new Color(0x333333);
    static final Color FAINT = new Color(0xDDDDDD);
    static final Color CLEAR = new Color(0, 0, 0, 0);
    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 18);
    static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    static final Font STRONG = new Font(Font.SANS_SERIF, Font.BOLD, 13);
    static final BasicStroke LIMIT =
            new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {6, 4}, 0);

    private static final float WIDTH = 2;
    private static final double SIZE = 6;

    private static final List<Color> COLOURS = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xE69F00),
            new Color(0x56B4E9),
            new Color(0x000000));

    /** The look of the machine type of this number; after some they repeat. */
    static Look of(int number) {
        return new Look(COLOURS.get(number % COLOURS.size()), shape(number % 4), stroke(number % 3));
    }

    private static Shape shape(int number) {
        double half = SIZE / 2;
        return switch (number) {
            case 0 -> new Ellipse2D.Double(-half, -half, SIZE, SIZE);
            case 1 -> new Rectangle2D.Double(-half, -half, SIZE, SIZE);
            case 2 -> polygon(-half, half, half, half, 0, -half);
            default -> polygon(-half, 0, 0, half, half, 0, 0, -half);
        };
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

    private static BasicStroke stroke(int number) {
        return switch (number) {
            case 0 -> new BasicStroke(WIDTH);
            case 1 -> dashed(10, 4);
            default -> dashed(2, 3);
        };
    }

    private static BasicStroke dashed(float on, float off) {
        return new BasicStroke(WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {on, off}, 0);
    }
}
