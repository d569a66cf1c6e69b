package io.bellamy.parquet;

import io.bellamy.files.Reason;
import io.bellamy.files.TooLargeFileException;
import io.bellamy.problem.BellamyException;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Limits;
import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;

/** Reads a file. */
final class PartReader {

    /** So many rows are read before they are handed on: what is wrong with the file is told apart from what is done with its rows. */
    private static final int BATCH = 1024;

    private static final int MAGIC = 4;
    private static final int TAIL = MAGIC + Integer.BYTES;
    private static final int LARGEST_FOOTER = 1 << 26;
    private static final int LONGEST_REASON = 160;

    /** How libraries name what failed in their programs. */
    private static final Pattern CLASS = Pattern.compile("(?:[a-z][\\w$]*\\.)+[A-Z][\\w$]*(?::\\s*)?");

    private final TablePart part;
    private final TableQuestion question;

    PartReader(TablePart part, TableQuestion question) {
        this.part = part;
        this.question = question;
    }

    /** Something that is done with a file and fails if that is damaged. */
    @FunctionalInterface
    private interface Reading<T> {
        T of() throws IOException;
    }

    /** Something that is done with an open file. */
    @FunctionalInterface
    private interface ReaderWork<T> {
        T with(ParquetFileReader reader, PartColumns columns);
    }

    /** Hands on all rows that are wanted, and passes over what can't have any. */
    void read(Consumer<ParquetRow> rows) {
        open((reader, columns) -> {
            KeyColumn key = new KeyColumn(reader, part, columns, question);
            long first = 1;
            for (int group = 0; group < reader.getRowGroups().size(); group++) {
                int index = group;
                Optional<GroupRows> found = whole(() -> GroupRows.of(reader, index, columns, key));
                if (found.isPresent()) {
                    read(found.get(), first, rows);
                }
                first += reader.getRowGroups().get(group).getRowCount();
            }
            return rows;
        });
    }

    private void read(GroupRows group, long first, Consumer<ParquetRow> rows) {
        List<ParquetRow> batch = new ArrayList<>();
        boolean more = true;
        while (more) {
            batch.clear();
            more = whole(() -> group.next(part, question, first, BATCH, batch));
            batch.forEach(rows);
        }
    }

    /**
     * All different texts of the only column that is asked for, where the file lists them and no row is without: in the order in
     * which they come. Nothing where rows must be read for it.
     */
    Optional<List<String>> listed() {
        if (question.columns().size() != 1) {
            return Optional.empty();
        }
        return open((reader, columns) -> whole(() -> new KeyColumn(reader, part, columns, question)
                .listed(question.columns().get(0))));
    }

    private <T> T open(ReaderWork<T> work) {
        try (SeekableByteChannel channel = part.file().channel(question.limits().dataBytes())) {
            checkEnds(channel);
            ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                    .withCodecFactory(new PageCodecs())
                    .build();
            try (ParquetFileReader reader = whole(() -> new ParquetFileReader(new ChannelFile(channel), options))) {
                PartColumns columns = PartColumns.of(reader.getFileMetaData().getSchema(), part, question);
                for (BlockMetaData group : reader.getRowGroups()) {
                    GroupRows.check(group, columns);
                }
                reader.setRequestedSchema(columns.schema());
                return work.with(reader, columns);
            }
        } catch (TooLargeFileException e) {
            throw new InvalidInputException(part.name() + ": " + Reason.of(e) + Limits.raise("data_bytes"));
        } catch (IOException e) {
            throw new InvalidInputException(part.name() + ": " + Reason.of(e));
        }
    }

    /** What is no such file, or not whole, is told before a library makes sense of it. */
    private static void checkEnds(SeekableByteChannel channel) throws IOException {
        long size = channel.size();
        if (size == 0) {
            throw new UnreadableException("is empty");
        }
        String begin = size < MAGIC + TAIL ? "" : text(bytes(channel, 0, MAGIC), 0);
        ByteBuffer tail = size < MAGIC + TAIL ? ByteBuffer.allocate(TAIL) : bytes(channel, size - TAIL, TAIL);
        String end = text(tail, Integer.BYTES);
        if (end.equals("PARE") || begin.equals("PARE")) {
            throw new UnreadableException("is encrypted");
        }
        if (!begin.equals("PAR1")) {
            throw new UnreadableException("is no Parquet file");
        }
        if (!end.equals("PAR1")) {
            throw new UnreadableException("is no whole Parquet file: its end is missing");
        }
        int footer = tail.getInt(0);
        if (footer <= 0 || footer > size - MAGIC - TAIL) {
            throw new UnreadableException("is damaged: its footer has no such length, " + footer);
        }
        if (footer > LARGEST_FOOTER) {
            throw new UnreadableException("has a footer of " + footer + " bytes; write larger row groups");
        }
    }

    private static ByteBuffer bytes(SeekableByteChannel channel, long position, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(position);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // reads on
        }
        return bytes;
    }

    private static String text(ByteBuffer bytes, int offset) {
        byte[] magic = new byte[MAGIC];
        bytes.get(offset, magic);
        return new String(magic, StandardCharsets.ISO_8859_1);
    }

    /** Whatever a library makes of bytes that are none of its own is a file that is damaged; nothing else is done in here. */
    private <T> T whole(Reading<T> reading) {
        try {
            return reading.of();
        } catch (BellamyException told) {
            throw told;
        } catch (UnreadableException e) {
            throw new InvalidInputException(part.name() + ": " + e.getMessage());
        } catch (IOException | RuntimeException e) {
            throw new InvalidInputException(part.name() + ": " + reason(e));
        } catch (OutOfMemoryError noRoomForIt) {
            // which was made for what the file says, before it was looked for
            throw new InvalidInputException(
                    part.name() + ": is damaged, or has parts that take more memory than Java may use, "
                            + (Runtime.getRuntime().maxMemory() >> 20) + " MB: write smaller pages and row groups");
        }
    }

    private static String reason(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
            if (cause instanceof UnreadableException) {
                return cause.getMessage();
            }
        }
        // what Java says of nothing at all is no word for users
        String said = cause instanceof NullPointerException
                ? ""
                : Optional.ofNullable(e.getMessage()).orElse("");
        String text = CLASS.matcher(said).replaceAll("").strip();
        return "is damaged: "
                + (text.isEmpty()
                        ? "it ends, or something in it has another form, where more is expected"
                        : Quoted.line(
                                text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) + "..." : text));
    }
}
