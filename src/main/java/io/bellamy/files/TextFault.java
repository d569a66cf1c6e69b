package io.bellamy.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/** What bytes are that should be text in UTF-8 and are none: another kind of file, or which line is wrong. */
public final class TextFault {

    private static final int MAGIC = 8;

    /** What files of other kinds begin with, in hexadecimal, and what they are. */
    private static final Map<String, String> KINDS = Map.of(
            "1f8b", "is packed with gzip: unpack it; data may be packed where the name ends with .gz",
            "28b52ffd", "is packed with zstd: unpack it",
            "425a68", "is packed with bzip2: unpack it",
            "fd377a58", "is packed with xz: unpack it",
            "504b0304", "is a zip, or a spreadsheet: unpack it, or save its table as CSV in UTF-8",
            "d0cf11e0", "is a spreadsheet: save its table as CSV in UTF-8",
            "50415231", "is Parquet, which its name does not say: let the name end with .parquet",
            "fffe", "is UTF-16 text: save it as UTF-8, as with iconv -f UTF-16 -t UTF-8",
            "feff", "is UTF-16 text: save it as UTF-8, as with iconv -f UTF-16 -t UTF-8");

    private static final String NO_TEXT = "is not UTF-8 text: save it as that, as with iconv -f WINDOWS-1252 -t UTF-8";

    private TextFault() {}

    /**
     * Tells what is wrong, to stand behind the file's name.
     *
     * @param in from its begin, and not closed
     */
    public static String of(InputStream in) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(in);
        bytes.mark(MAGIC);
        String begin = HexFormat.of().formatHex(bytes.readNBytes(MAGIC));
        bytes.reset();
        for (Map.Entry<String, String> kind : KINDS.entrySet()) {
            if (begin.startsWith(kind.getKey())) {
                return ": " + kind.getValue();
            }
        }
        return ":" + brokenLine(bytes) + ": " + NO_TEXT;
    }

    /** The line, from 1, in which what comes is no UTF-8 any more; the last one where all of it is. */
    private static long brokenLine(InputStream in) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(1 << 13);
        CharBuffer text = CharBuffer.allocate(bytes.capacity());
        long line = 1;
        CoderResult result = CoderResult.UNDERFLOW;
        for (int read = 0; read >= 0 && !result.isError(); ) {
            read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            bytes.position(bytes.position() + Math.max(0, read)).flip();
            result = decoder.decode(bytes, text, read < 0);
            line += text.flip().chars().filter(c -> c == '\n').count();
            text.clear();
            bytes.compact();
        }
        return line;
    }
}
