package io.bellamy.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import io.bellamy.model.PackedFloats;
import java.io.IOException;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Numbers of models are finite: neither {@code "NaN"} passes, which Jackson takes for one, nor {@code 1e999}. Weights are
 * kept as bytes.
 */
final class FiniteNumbers extends SimpleModule {

    private static final long serialVersionUID = 1L;

    static final String NOT_FINITE = "must be a finite number";

    FiniteNumbers() {
        addDeserializer(double.class, new Finite<>(double.class, value -> value));
        addDeserializer(Double.class, new Finite<>(Double.class, value -> value));
        addSerializer(PackedFloats.class, new WrittenWeights());
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
                return type.getContentType().hasRawClass(Float.class) ? new ReadWeights() : null;
            }
        });
    }

    private static final class ReadWeights extends StdDeserializer<List<Float>> {

        private static final long serialVersionUID = 1L;

        ReadWeights() {
            super(List.class);
        }

        @Override
        public List<Float> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return StoredWeights.read(parser);
        }
    }

    private static final class WrittenWeights extends StdSerializer<PackedFloats> {

        private static final long serialVersionUID = 1L;

        WrittenWeights() {
            super(PackedFloats.class);
        }

        @Override
        public void serialize(PackedFloats weights, JsonGenerator to, SerializerProvider provider) throws IOException {
            StoredWeights.write(weights, to);
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
