package io.bellamy.agents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines of a stream in UTF-8, of which none takes more memory than a line may have. */
final class InputLines {

    private static final int AT_ONCE = 8192;

    private final InputStream in;
    private final int most;
    private final byte[] read = new byte[AT_ONCE];
    private int next;
    private int end;

    /**
     * Of a stream.
     *
     * @param most bytes that a line may have
     */
    InputLines(InputStream in, int most) {
        this.in = in;
        this.most = most;
    }

    /**
     * A line, or why it is none.
     *
     * @param text of the line; blank where it can't be had
     * @param objection to it
     */
    record InputLine(String text, Optional<String> objection) {

        private static InputLine of(byte[] bytes) {
            try {
                return new InputLine(
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(bytes))
                                .toString(),
                        Optional.empty());
            } catch (CharacterCodingException broken) {
                return new InputLine("", Optional.of("is not in UTF-8"));
            }
        }
    }

    /** The next one; none at the end. What is too long is passed over. */
    Optional<InputLine> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long length = 0;
        while (true) {
            if (next == end) {
                end = in.read(read);
                next = 0;
                if (end < 0) {
                    end = 0;
                    return length == 0 ? Optional.empty() : Optional.of(line(line, length));
                }
            }
            int from = next;
            while (next < end && read[next] != '\n') {
                next++;
            }
            length += next - from;
            if (length <= most) {
                line.write(read, from, next - from);
            }
            if (next < end) {
                next++;
                return Optional.of(line(line, length));
            }
        }
    }

    private InputLine line(ByteArrayOutputStream line, long length) {
        return length > most
                ? new InputLine("", Optional.of("is longer than " + most + " bytes"))
                : InputLine.of(line.toByteArray());
    }
}
