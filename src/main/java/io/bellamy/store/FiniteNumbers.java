package io.bellamy.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.CollectionType;
import io.bellamy.model.PackedFloats;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;

/** Numbers of models are finite: neither {@code "NaN"} passes, which Jackson takes for one, nor {@code 1e999}. */
final class FiniteNumbers extends SimpleModule {

    private static final long serialVersionUID = 1L;

    private static final String NOT_FINITE = "must be a finite number";

    FiniteNumbers() {
        addDeserializer(double.class, new Finite<>(double.class, value -> value));
        addDeserializer(Double.class, new Finite<>(Double.class, value -> value));
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new SimpleDeserializers() {

            private static final long serialVersionUID = 1L;

            @Override
            public JsonDeserializer<?> findCollectionDeserializer(
                    CollectionType type,
                    DeserializationConfig config,
                    BeanDescription description,
                    TypeDeserializer elementTypes,
                    JsonDeserializer<?> elements) {
                return type.getContentType().hasRawClass(Float.class) ? new Floats() : null;
            }
        });
    }

    /** Weights, of which there are many, side by side from the beginning. */
    private static final class Floats extends StdDeserializer<List<Float>> {

        private static final long serialVersionUID = 1L;

        private static final int AT_FIRST = 4096;

        Floats() {
            super(List.class);
        }

        @Override
        public List<Float> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.isExpectedStartArrayToken()) {
                return context.reportInputMismatch(handledType(), "must be a list of numbers");
            }
            float[] values = new float[AT_FIRST];
            int count = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (count == values.length) {
                    values = Arrays.copyOf(values, 2 * count);
                }
                float value = parser.currentToken().isNumeric() ? (float) parser.getDoubleValue() : Float.NaN;
                if (!Float.isFinite(value)) {
                    return context.reportInputMismatch(handledType(), NOT_FINITE);
                }
                values[count] = value;
                count++;
            }
            return PackedFloats.of(values, count);
        }
    }

    private static final class Finite<N extends Number> extends StdScalarDeserializer<N> {

        private static final long serialVersionUID = 1L;

        private final transient DoubleFunction<N> narrow;

        Finite(Class<N> type, DoubleFunction<N> narrow) {
            super(type);
            this.narrow = narrow;
        }

        @Override
        public N deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken().isNumeric()) {
                N number = narrow.apply(parser.getDoubleValue());
                if (Double.isFinite(number.doubleValue())) {
                    return number;
                }
            }
            return context.reportInputMismatch(handledType(), NOT_FINITE);
        }
    }
}
