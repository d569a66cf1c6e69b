package io.bellamy.data;

import io.bellamy.numerics.DecimalText;
import io.bellamy.problem.Quoted;
import java.util.Collection;

/** A value of a row is not what it must be. */
public final class BadValue extends Exception {

    private static final long serialVersionUID = 1L;

    BadValue(String column, String value, String rule) {
        super("column " + Quoted.of(column) + ": " + Quoted.of(value) + " must be " + rule);
    }

    /** Several at once, each already a message. */
    BadValue(Collection<String> messages) {
        super(String.join("; ", messages));
    }

    /** Of what must be a number, with what is likely wrong with it. */
    static BadValue noNumber(String column, String value, String rule) {
        return new BadValue(column, value, rule + DecimalText.hint(value));
    }
}
