package io.bellamy.data;

import java.util.List;
import java.util.Optional;

/** What the values of properties must be like for the pipeline to make something of them. */
@FunctionalInterface
public interface ValueRules {

    /** How many characters a value may have. */
    int LONGEST = 1000;

    /** That rule, for messages. */
    String NOT_LONGER = "at most " + LONGEST + " characters long";

    /** What the value of this property must be, where it is not; a blank value is the empty text. */
    Optional<String> objection(String property, String value);

    /** The properties that the pipeline knows, whether or not data have them. */
    default List<String> names() {
        return List.of();
    }

    /** Those of them that make the context. */
    default List<String> essential() {
        return List.of();
    }

    /** Is this property a number for the pipeline? */
    default boolean isNumber(String property) {
        return false;
    }
}
