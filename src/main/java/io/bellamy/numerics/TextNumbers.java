package io.bellamy.numerics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * A text taken apart: the numbers that stand in it as words of their own, and what is left without them. {@code --k=25
 * 0.001} has the numbers 25 and 0.001 and the rest {@code --k=# #}; {@code m4.2xlarge} has no number.
 *
 * @param numbers in order
 * @param rest the text with every number replaced by {@code #}
 */
public record TextNumbers(List<Double> numbers, String rest) {

    /** Of a blank text. */
    public static final TextNumbers NONE = new TextNumbers(List.of(), "");

    private static final Pattern BETWEEN = Pattern.compile("(?<=[\\s,;:=()\\[\\]])|(?=[\\s,;:=()\\[\\]])");

    public TextNumbers {
        numbers = List.copyOf(numbers);
    }

    /** Takes a text apart. */
    public static TextNumbers of(String text) {
        List<Double> numbers = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        for (String word : BETWEEN.split(text.strip(), -1)) {
            OptionalDouble number = DecimalText.number(word);
            if (number.isPresent()) {
                numbers.add(number.getAsDouble());
                rest.append('#');
            } else {
                rest.append(word);
            }
        }
        return new TextNumbers(numbers, rest.toString());
    }
}
