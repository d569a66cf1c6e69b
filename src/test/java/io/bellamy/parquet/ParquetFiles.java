package io.bellamy.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Writes files of Parquet as Spark does: with dictionaries, a column index and pages of at most 20,000 rows. */
public final class ParquetFiles {

    private ParquetFiles() {}

    /**
     * How a file is written.
     *
     * @param schema its columns, in Parquet's own words
     * @param codec what packs it
     * @param groupBytes how large row groups are
     * @param pageRows how many rows a page has at most
     * @param dictionary whether texts are listed in dictionaries
     * @param version of pages and encodings
     */
    public record Style(
            String schema,
            CompressionCodecName codec,
            long groupBytes,
            int pageRows,
            boolean dictionary,
            WriterVersion version) {

        public static Style of(String... columns) {
            return new Style(
                    "message runs { "
                            + Stream.of(columns)
                                    .map(column -> column + (column.endsWith("}") ? " " : "; "))
                                    .collect(Collectors.joining())
                            + "}",
                    CompressionCodecName.SNAPPY,
                    ParquetWriter.DEFAULT_BLOCK_SIZE,
                    20_000,
                    true,
                    WriterVersion.PARQUET_1_0);
        }

        public Style with(CompressionCodecName other) {
            return new Style(schema, other, groupBytes, pageRows, dictionary, version);
        }

        public Style with(long otherGroupBytes, int otherPageRows) {
            return new Style(schema, codec, otherGroupBytes, otherPageRows, dictionary, version);
        }

        public Style plain() {
            return new Style(schema, codec, groupBytes, pageRows, false, version);
        }

        public Style with(WriterVersion other) {
            return new Style(schema, codec, groupBytes, pageRows, dictionary, other);
        }
    }

    /** Writes rows, whose values are texts, bytes, numbers or booleans as the schema has them, and null where there is none. */
    public static void write(Path file, Style style, Iterable<Object[]> rows) {
        try (ParquetWriter<Object[]> writer = new RowWriting(new LocalOutputFile(file), style)
                .withConf(new PlainParquetConfiguration())
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withCodecFactory(new PackingCodecs())
                .withCompressionCodec(style.codec())
                .withRowGroupSize(style.groupBytes())
                .withPageRowCountLimit(style.pageRows())
                .withMinRowCountForPageSizeCheck(Math.min(100, style.pageRows()))
                .withDictionaryEncoding(style.dictionary())
                .withWriterVersion(style.version())
                .build()) {
            for (Object[] row : rows) {
                writer.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same of a few rows. */
    public static void write(Path file, Style style, Object[]... rows) {
        write(file, style, List.of(rows));
    }

    private static final class RowWriting extends ParquetWriter.Builder<Object[], RowWriting> {

        private final MessageType schema;

        RowWriting(OutputFile file, Style style) {
            super(file);
            this.schema = MessageTypeParser.parseMessageType(style.schema());
        }

        @Override
        protected RowWriting self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // must be there still
        protected WriteSupport<Object[]> getWriteSupport(Configuration configuration) {
            return new RowWriter(schema);
        }

        @Override
        protected WriteSupport<Object[]> getWriteSupport(ParquetConfiguration configuration) {
            return new RowWriter(schema);
        }
    }

    private static final class RowWriter extends WriteSupport<Object[]> {

        private final MessageType schema;
        private Optional<RecordConsumer> consumer = Optional.empty();

        RowWriter(MessageType schema) {
            this.schema = schema;
        }

        @Override
        @SuppressWarnings("deprecation") // must be there still
        public WriteContext init(Configuration configuration) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            consumer = Optional.of(recordConsumer);
        }

        @Override
        public void write(Object[] row) {
            RecordConsumer out = consumer.orElseThrow();
            out.startMessage();
            for (int i = 0; i < row.length; i++) {
                if (row[i] != null) {
                    out.startField(schema.getFieldName(i), i);
                    add(out, row[i]);
                    out.endField(schema.getFieldName(i), i);
                }
            }
            out.endMessage();
        }

        private static void add(RecordConsumer out, Object value) {
            if (value instanceof String text) {
                out.addBinary(Binary.fromString(text));
            } else if (value instanceof byte[] bytes) {
                out.addBinary(Binary.fromConstantByteArray(bytes));
            } else if (value instanceof Integer number) {
                out.addInteger(number);
            } else if (value instanceof Long number) {
                out.addLong(number);
            } else if (value instanceof Double number) {
                out.addDouble(number);
            } else if (value instanceof Float number) {
                out.addFloat(number);
            } else {
                out.addBoolean((Boolean) value);
            }
        }
    }
}
