package io.bellamy.data;

import io.bellamy.files.FileKind;
import io.bellamy.files.InputFile;
import io.bellamy.files.LimitedStream;
import io.bellamy.files.Reason;
import io.bellamy.files.TextFault;
import io.bellamy.files.TooLargeFileException;
import io.bellamy.problem.Counted;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Limits;
import io.bellamy.problem.NothingToWorkWithException;
import io.bellamy.problem.Quoted;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A file with rows, and what is wanted of it.
 *
 * @param file the file
 * @param format the form of its rows
 * @param separator what separates the columns, where the format has it
 * @param columns those that are read
 * @param absent those that may not be there, since they are made under the same name
 * @param limits how much is looked at
 */
public record DataTable(
        InputFile file, RunFormat format, char separator, Set<String> columns, Set<String> absent, Limits limits) {

    private static final int BUFFER = 1 << 16;

    public DataTable {
        columns = Collections.unmodifiableSet(new LinkedHashSet<>(columns));
        absent = Set.copyOf(absent);
    }

    /** Reads a stream. */
    @FunctionalInterface
    interface StreamReading<T> {
        T of(InputStream in) throws IOException;
    }

    /** The same, with one more column that is read. */
    DataTable with(String column) {
        Set<String> more = new LinkedHashSet<>(columns);
        more.add(column);
        return new DataTable(file, format, separator, more, absent, limits);
    }

    /** Its path, for messages. */
    String name() {
        return Quoted.line(file.path().toString());
    }

    /**
     * Reads all rows, one after the other.
     *
     * @throws NothingToWorkWithException if it does not exist, or has no table
     * @throws InvalidInputException if it can't be read, or is too large
     */
    void read(RowSink rows) {
        format.read(this, rows);
    }

    /** The same of rows with some names, and others if that is less work. */
    void read(NameFilter filter, RowSink rows) {
        format.read(this, filter, rows);
    }

    /** The files that it is kept in. */
    List<InputFile> files() {
        return format.files(this);
    }

    /** The same, where only some columns are read. */
    DataTable only(Set<String> some) {
        return new DataTable(file, format, separator, some, absent, limits);
    }

    /** What is packed small may be large: the limit is that of what comes out. */
    private InputStream unpacked(InputStream in) throws IOException {
        return Formats.isPacked(file.path().toString())
                ? new LimitedStream(
                        new GZIPInputStream(in, BUFFER),
                        limits.dataBytes(),
                        most -> new TooLargeFileException(
                                file.path(), "is larger than " + Counted.of(most, "byte") + " when it is unpacked"))
                : in;
    }

    boolean exists() {
        return DataFiles.exists(file);
    }

    /** Its SHA-256, in hexadecimal. */
    String sha256() {
        return stream(DigestUtils::sha256Hex);
    }

    /** Reads the file from its begin to its end, unpacked. */
    <T> T open(StreamReading<T> reading) {
        return stream(in -> reading.of(unpacked(in)));
    }

    private <T> T stream(StreamReading<T> reading) {
        try {
            if (!exists()) {
                throw new NothingToWorkWithException(name() + ": " + FileKind.NOTHING.objection());
            }
            try (InputStream in = file.open(limits.dataBytes())) {
                return reading.of(in);
            }
        } catch (TooLargeFileException e) {
            throw new InvalidInputException(name() + ": " + Reason.of(e) + Limits.raise("data_bytes"));
        } catch (EOFException | ZipException e) {
            throw new InvalidInputException(name() + ": is no whole gzip file: " + Reason.of(e));
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(name() + open(TextFault::of));
        } catch (IOException e) {
            throw new InvalidInputException(name() + ": " + Reason.of(e));
        }
    }
}
