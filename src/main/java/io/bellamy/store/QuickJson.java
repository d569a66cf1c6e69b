package io.bellamy.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads records just as this program writes them. Jackson's databind takes a third of a start to find out their shapes; whatever
 * is not quite as it should be, or in an older format, is left to it, and so is to say what is wrong. Not safe for several threads.
 */
final class QuickJson {

    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    /** What is read is not for this reader. */
    private static final class NotPlain extends IOException {

        private static final long serialVersionUID = 1L;

        NotPlain() {
            super("not plain");
        }
    }

    private final JsonParser parser;

    private QuickJson(JsonParser parser) {
        this.parser = parser;
    }

    /** Finds out how values of a type are read, so that the first of them is read sooner. */
    static void prepare(Type type) {
        if (type instanceof ParameterizedType generic) {
            for (Type of : generic.getActualTypeArguments()) {
                prepare(of);
            }
        } else if (type instanceof Class<?> named && named.isRecord()) {
            for (Type of : RecordShape.of(named).types()) {
                prepare(of);
            }
        }
    }

    /** A value of plain records; none where it is not just as this program writes it. */
    static <T> Optional<T> read(byte[] content, Class<T> type) {
        try (JsonParser parser = FACTORY.createParser(content)) {
            parser.nextToken();
            T value = type.cast(new QuickJson(parser).value(type));
            return parser.nextToken() == null ? Optional.of(value) : Optional.empty();
        } catch (IOException | ReflectiveOperationException notPlain) {
            return Optional.empty();
        }
    }

    /** The value that begins with the present token, up to its last one. */
    private Object value(Type type) throws IOException, ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            return collected((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        JsonToken token = parser.currentToken();
        if (type == double.class || type == Double.class) {
            require(token.isNumeric() && Double.isFinite(parser.getDoubleValue()));
            return parser.getDoubleValue();
        }
        if (type == int.class || type == long.class || type == Long.class) {
            require(token == JsonToken.VALUE_NUMBER_INT);
            return type == int.class ? (Object) parser.getIntValue() : (Object) parser.getLongValue();
        }
        if (type == boolean.class) {
            require(token.isBoolean());
            return parser.getBooleanValue();
        }
        if (type == String.class) {
            require(token == JsonToken.VALUE_STRING);
            return parser.getText();
        }
        if (type instanceof Class<?> named && token == JsonToken.START_OBJECT) {
            return named.isRecord() ? record(named) : oneOfSeveral(named);
        }
        require(token == JsonToken.VALUE_STRING);
        return constant(type, parser.getText());
    }

    private static Object constant(Type type, String name) throws NotPlain {
        if (type instanceof Class<?> named && named.isEnum()) {
            for (Object constant : named.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(name)) {
                    return constant;
                }
            }
        }
        throw new NotPlain();
    }

    private Object collected(Class<?> type, Type... of) throws IOException, ReflectiveOperationException {
        JsonToken token = parser.currentToken();
        if (type == Optional.class) {
            return token == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(value(of[0]));
        }
        if (type == Set.class) {
            require(token == JsonToken.START_ARRAY);
            return new HashSet<>(list(of[0]));
        }
        if (type == List.class && of[0] == Float.class) {
            return StoredWeights.read(parser);
        }
        if (type == List.class) {
            require(token == JsonToken.START_ARRAY);
            return list(of[0]);
        }
        require(type == Map.class && token == JsonToken.START_OBJECT);
        Map<Object, Object> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            Object known = of[0] == String.class ? key : constant(of[0], key);
            require(values.put(known, value(of[1])) == null);
        }
        return values;
    }

    private List<Object> list(Type of) throws IOException, ReflectiveOperationException {
        List<Object> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(of));
        }
        return values;
    }

    /** Of the kinds of a value its first field tells which it is. */
    private Object oneOfSeveral(Class<?> type) throws IOException, ReflectiveOperationException {
        JsonTypeInfo told = type.getAnnotation(JsonTypeInfo.class);
        JsonSubTypes kinds = type.getAnnotation(JsonSubTypes.class);
        require(told != null && kinds != null && told.property().equals(parser.nextFieldName()));
        String name = parser.nextTextValue();
        for (JsonSubTypes.Type kind : kinds.value()) {
            if (kind.name().equals(name) && kind.value().isRecord()) {
                return record(kind.value());
            }
        }
        throw new NotPlain();
    }

    private Object record(Class<?> type) throws IOException, ReflectiveOperationException {
        RecordShape shape = RecordShape.of(type);
        Object[] values = new Object[shape.types().size()];
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Integer place = shape.places().get(parser.currentName());
            require(place != null && values[place] == null);
            parser.nextToken();
            values[place] = value(shape.types().get(place));
        }
        require(!Arrays.asList(values).contains(null));
        return shape.constructor().newInstance(values);
    }

    private static void require(boolean plain) throws NotPlain {
        if (!plain) {
            throw new NotPlain();
        }
    }
}
