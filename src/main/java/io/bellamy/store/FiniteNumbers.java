package io.bellamy.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.function.DoubleFunction;

/** Numbers of models are finite: neither {@code "NaN"} passes, which Jackson takes for one, nor {@code 1e999}. */
final class FiniteNumbers extends SimpleModule {

    private static final long serialVersionUID = 1L;

    FiniteNumbers() {
        addDeserializer(double.class, new Finite<>(double.class, value -> value));
        addDeserializer(Double.class, new Finite<>(Double.class, value -> value));
        addDeserializer(Float.class, new Finite<>(Float.class, value -> (float) value));
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
            return context.reportInputMismatch(handledType(), "must be a finite number");
        }
    }
}
