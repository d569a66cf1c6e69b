package io.bellamy.cli;

import io.bellamy.numerics.DecimalText;
import io.bellamy.problem.Quoted;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers on the command line are written as everywhere else. */
final class NumberOptions {

    private NumberOptions() {}

    /** The command line, which from here on reads numbers so. */
    static CommandLine registered(CommandLine command) {
        return command.registerConverter(Double.class, new NumberConverter())
                .registerConverter(double.class, new NumberConverter())
                .registerConverter(Long.class, new WholeConverter())
                .registerConverter(Integer.class, new IntegerConverter())
                .registerConverter(int.class, new IntegerConverter());
    }

    // classes rather than lambdas: with these, Java could not keep the library's converters prepared for a faster start

    private static final class NumberConverter implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return number(text);
        }
    }

    private static final class WholeConverter implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return whole(text);
        }
    }

    private static final class IntegerConverter implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return integer(text);
        }
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
