package io.bellamy.plot;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Formats of pictures, by the extension of the file. */
public enum PictureFormat {
    /** Scalable Vector Graphics, with texts as texts. */
    SVG,
    /** Portable Network Graphics, with twice as many pixels a side, for screens that show them and for paper. */
    PNG;

    /** The format that a file's name asks for. */
    public static Optional<PictureFormat> of(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> lower.endsWith("." + format.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The content of a file that shows a picture. */
    byte[] write(Picture picture) throws IOException {
        return switch (this) {
            case SVG -> SvgWriter.write(picture);
            case PNG -> PngWriter.write(picture);
        };
    }
}
