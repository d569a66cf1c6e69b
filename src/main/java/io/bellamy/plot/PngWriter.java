package io.bellamy.plot;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures as PNG. */
final class PngWriter {

    private static final int SCALE = 2;

    private PngWriter() {}

    static byte[] write(Picture picture) throws IOException {
        Dimension size = picture.size();
        BufferedImage image = new BufferedImage(SCALE * size.width, SCALE * size.height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        // else letters are as far apart as they would be without the scale
        picture.chart()
                .getRenderingHints()
                .put(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        picture.chart().draw(graphics, new Rectangle2D.Double(0, 0, size.width, size.height));
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // in memory: by itself ImageIO takes the way over a temporary file
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        }
        return bytes.toByteArray();
    }
}
