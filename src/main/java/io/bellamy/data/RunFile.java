package io.bellamy.data;

import io.bellamy.files.FileKind;
import io.bellamy.files.InputFile;
import io.bellamy.files.Reason;
import io.bellamy.files.TooLargeFileException;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Limits;
import io.bellamy.problem.NothingToWorkWithException;
import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A file with runs.
 *
 * @param file the file
 * @param descriptor how the runs of one algorithm are read from it
 * @param rules what the values of properties must be like
 * @param limits how much is looked at
 * @param today what lies after it has not happened yet
 */
public record RunFile(
        InputFile file, AlgorithmDescriptor descriptor, ValueRules rules, Limits limits, LocalDate today) {

    /** Reads a stream. */
    @FunctionalInterface
    interface StreamReading<T> {
        T of(InputStream in) throws IOException;
    }

    /** Its path, for messages. */
    String name() {
        return Quoted.line(file.path().toString());
    }

    /**
     * Reads it, up to as many bytes as the limits allow.
     *
     * @throws NothingToWorkWithException if it does not exist
     * @throws InvalidInputException if it can't be read, or is too large
     */
    <T> T read(StreamReading<T> reading) {
        try {
            if (!file.exists()) {
                throw new NothingToWorkWithException(name() + ": " + FileKind.NOTHING.objection());
            }
            try (InputStream in = file.open(limits.dataBytes())) {
                return reading.of(in);
            }
        } catch (TooLargeFileException e) {
            throw new InvalidInputException(name() + ": " + Reason.of(e) + Limits.raise("data_bytes"));
        } catch (IOException e) {
            throw new InvalidInputException(name() + ": " + Reason.of(e));
        }
    }

    /** Its SHA-256, in hexadecimal. */
    String sha256() {
        return read(DigestUtils::sha256Hex);
    }
}
