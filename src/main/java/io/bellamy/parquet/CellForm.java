package io.bellamy.parquet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/**
 * How the values of a column are written as texts: what a table of texts would have in their place.
 *
 * @param whole of whole numbers, and what is kept as such
 * @param bytes of bytes
 */
record CellForm(LongFunction<String> whole, Function<Binary, String> bytes) {

    private static final int MOST_DIGITS = 100;
    private static final int JULIAN_1970 = 2_440_588;
    private static final long NANOS_A_SECOND = 1_000_000_000;
    private static final long SECONDS_A_DAY = 86_400;

    /** That of a column; none where its type has no text. */
    static Optional<CellForm> of(PrimitiveType type) {
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
            return decimal.getScale() > MOST_DIGITS || decimal.getPrecision() > MOST_DIGITS
                    ? Optional.empty()
                    : Optional.of(decimal(decimal.getScale()));
        }
        return switch (type.getPrimitiveTypeName()) {
            case BOOLEAN, FLOAT, DOUBLE -> meaning == null ? Optional.of(whole(Long::toString)) : Optional.empty();
            case INT32 -> int32(meaning);
            case INT64 -> int64(meaning);
            case INT96 -> Optional.of(new CellForm(Long::toString, CellForm::oldTimestamp));
            case BINARY ->
                meaning instanceof StringLogicalTypeAnnotation
                                || meaning instanceof EnumLogicalTypeAnnotation
                                || meaning instanceof JsonLogicalTypeAnnotation
                        ? Optional.of(new CellForm(Long::toString, CellForm::text))
                        : Optional.empty();
            case FIXED_LEN_BYTE_ARRAY -> Optional.empty();
        };
    }

    private static Optional<CellForm> int32(LogicalTypeAnnotation meaning) {
        if (meaning instanceof DateLogicalTypeAnnotation) {
            return Optional.of(whole(day -> LocalDate.ofEpochDay(day).toString()));
        }
        if (meaning instanceof IntLogicalTypeAnnotation number && !number.isSigned()) {
            return Optional.of(whole(value -> Integer.toUnsignedString((int) value)));
        }
        return plain(meaning);
    }

    private static Optional<CellForm> int64(LogicalTypeAnnotation meaning) {
        if (meaning instanceof TimestampLogicalTypeAnnotation time) {
            long parts =
                    switch (time.getUnit()) {
                        case MILLIS -> 1_000;
                        case MICROS -> 1_000_000;
                        case NANOS -> NANOS_A_SECOND;
                    };
            return Optional.of(whole(value -> timestamp(
                    Math.floorDiv(value, parts),
                    Math.floorMod(value, parts) * (NANOS_A_SECOND / parts),
                    time.isAdjustedToUTC())));
        }
        if (meaning instanceof IntLogicalTypeAnnotation number && !number.isSigned()) {
            return Optional.of(whole(Long::toUnsignedString));
        }
        return plain(meaning);
    }

    private static Optional<CellForm> plain(LogicalTypeAnnotation meaning) {
        return meaning == null || meaning instanceof IntLogicalTypeAnnotation
                ? Optional.of(whole(Long::toString))
                : Optional.empty();
    }

    private static CellForm whole(LongFunction<String> whole) {
        return new CellForm(whole, CellForm::text);
    }

    private static CellForm decimal(int scale) {
        return new CellForm(
                value -> BigDecimal.valueOf(value, scale).toPlainString(),
                bytes -> new BigDecimal(new BigInteger(bytes.getBytes()), scale).toPlainString());
    }

    /** As Spark and Hive wrote times for long: the nanoseconds of a day and the day, in UTC. */
    private static String oldTimestamp(Binary bytes) {
        ByteBuffer parts = bytes.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        long nanos = parts.getLong();
        long day = (long) parts.getInt() - JULIAN_1970;
        return timestamp(
                day * SECONDS_A_DAY + Math.floorDiv(nanos, NANOS_A_SECOND), Math.floorMod(nanos, NANOS_A_SECOND), true);
    }

    private static String timestamp(long seconds, long nanos, boolean utc) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(seconds, (int) nanos, ZoneOffset.UTC);
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time) + (utc ? "Z" : "");
    }

    private static String text(Binary bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(bytes.toByteBuffer())
                    .toString()
                    .strip();
        } catch (CharacterCodingException e) {
            throw new ParquetDecodingException("a text is not UTF-8", e);
        }
    }

    /** Without an exponent, as people write it. */
    static String fraction(String number) {
        return number.indexOf('E') < 0 ? number : new BigDecimal(number).toPlainString();
    }
}
