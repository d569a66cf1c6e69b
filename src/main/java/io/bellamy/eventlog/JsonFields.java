package io.bellamy.eventlog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads objects field by field; what nobody takes is passed over. */
final class JsonFields {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonFields() {}

    /** Takes the value that a parser stands at, or leaves it. */
    @FunctionalInterface
    interface FieldTaker {

        /** Takes it; false where nothing behind it is needed any more. */
        boolean take(String name, JsonParser json) throws IOException;
    }

    /** Reads a whole event. */
    static void read(EventLine line, FieldTaker taker) throws IOException {
        try (JsonParser json = FACTORY.createParser(line.bytes(), line.from(), line.length())) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                fields(json, taker);
            }
        }
    }

    /** Reads the object that the parser stands at; does nothing where that is none. */
    static boolean fields(JsonParser json, FieldTaker taker) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return true;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (!taker.take(name, json)) {
                return false;
            }
            if (json.currentToken().isStructStart()) {
                json.skipChildren();
            }
        }
        return true;
    }

    /** Takes each item of the list that the parser stands at. */
    static void items(JsonParser json, ItemTaker taker) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            taker.take(json);
            if (json.currentToken().isStructStart()) {
                json.skipChildren();
            }
        }
    }

    /** Takes the item that a parser stands at, or leaves it. */
    @FunctionalInterface
    interface ItemTaker {
        void take(JsonParser json) throws IOException;
    }

    /** A text or number as text; blank for null and what is neither. */
    static String text(JsonParser json) throws IOException {
        return json.currentToken().isScalarValue() && json.currentToken() != JsonToken.VALUE_NULL ? json.getText() : "";
    }

    /** A whole number; 0 where it is none. */
    static long number(JsonParser json) throws IOException {
        return json.currentToken().isNumeric() || json.currentToken() == JsonToken.VALUE_STRING
                ? json.getValueAsLong(0)
                : 0;
    }
}
