package io.bellamy.plot;

import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.JFreeChart;

/** Formats of pictures, by the extension of the file. */
public enum PictureFormat {
    /** Scalable Vector Graphics, with texts as texts. */
    SVG {
        @Override
        byte[] render(JFreeChart chart, Dimension size) throws IOException {
            try {
                SVGGraphics2D graphics = new SVGGraphics2D(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .getDOMImplementation()
                        .createDocument("http://www.w3.org/2000/svg", "svg", null));
                graphics.setSVGCanvasSize(size);
                chart.draw(graphics, new Rectangle2D.Double(0, 0, size.width, size.height));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
                    graphics.stream(writer, true);
                }
                return bytes.toByteArray();
            } catch (ParserConfigurationException e) {
                throw new IllegalStateException("Java always has an XML parser", e);
            }
        }
    },
    /** Portable Network Graphics, with twice as many pixels a side, for screens that show them and for paper. */
    PNG {
        @Override
        byte[] render(JFreeChart chart, Dimension size) throws IOException {
            BufferedImage image =
                    chart.createBufferedImage(SCALE * size.width, SCALE * size.height, size.width, size.height, null);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        }
    };

    private static final int SCALE = 2;

    /** The content of a file that shows a chart. */
    abstract byte[] render(JFreeChart chart, Dimension size) throws IOException;

    /** The format that a file's name asks for. */
    public static Optional<PictureFormat> of(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> lower.endsWith("." + format.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
