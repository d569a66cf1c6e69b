package io.bellamy.cli;

import io.bellamy.numerics.DecimalText;
import io.bellamy.problem.Quoted;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Numbers on the command line are written as everywhere else. */
final class NumberOptions {

    private NumberOptions() {}

    /** The command line, which from here on reads numbers so. */
    static CommandLine registered(CommandLine command) {
        return command.registerConverter(Double.class, NumberOptions::number)
                .registerConverter(double.class, NumberOptions::number)
                .registerConverter(Long.class, NumberOptions::whole)
                .registerConverter(Integer.class, NumberOptions::integer)
                .registerConverter(int.class, NumberOptions::integer);
    }

    private static double number(String text) {
        return DecimalText.number(text).orElseThrow(() -> wrong(text, "a number"));
    }

    private static long whole(String text) {
        return DecimalText.whole(text).orElseThrow(() -> wrong(text, "a whole number"));
    }

    private static int integer(String text) {
        return DecimalText.whole(text)
                .filter(number -> number == number.intValue())
                .orElseThrow(() -> wrong(text, "a whole number"))
                .intValue();
    }

    private static TypeConversionException wrong(String text, String rule) {
        return new TypeConversionException(Quoted.of(text) + " must be " + rule + DecimalText.hint(text));
    }
}
