package io.bellamy.yaml;

import io.bellamy.numerics.DecimalText;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A single value in a YAML document, as written: {@code 0.0010} stays {@code 0.0010}. Reading it as something else adds
 * a problem (file, line, key path, value, rule) and gives nothing where it is not of that form.
 *
 * @param text the value as it is written
 * @param place file, line and key path, for messages
 */
public record YamlScalar(String text, String place, Problems problems) {

    /** A finite number in [least, most]. */
    public Optional<Double> number(double least, double most) {
        return read(
                "a number from " + shown(least) + " to " + shown(most) + DecimalText.hint(text),
                value -> boxed(DecimalText.number(value)),
                value -> value >= least && value <= most);
    }

    /** A whole number in [least, most]. */
    public Optional<Long> whole(long least, long most) {
        return read(
                "a whole number from " + least + " to " + most + DecimalText.hint(text),
                DecimalText::whole,
                value -> value >= least && value <= most);
    }

    /** A whole number in [least, most]. */
    public Optional<Integer> integer(int least, int most) {
        return whole(least, most).map(Long::intValue);
    }

    /** {@code true} or {@code false}, in any case. */
    public Optional<Boolean> flag() {
        return oneOf(List.of("true", "false")).map(Boolean::valueOf);
    }

    /** One of these words, in any case; given back in lower case. */
    public Optional<String> oneOf(List<String> words) {
        return read(
                "one of " + String.join(", ", words),
                value -> Optional.of(value.toLowerCase(Locale.ROOT)),
                words::contains);
    }

    /** One of the constants of an enum, written in lower case with underscores. */
    public <E extends Enum<E>> Optional<E> constant(Class<E> type) {
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        return oneOf(words).map(word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT)));
    }

    /** Text that is not blank. */
    public Optional<String> filled() {
        return read("some text", Optional::of, value -> !value.isBlank());
    }

    /** Adds a problem about this value. */
    public void reject(String rule) {
        problems.add(place + ": " + Quoted.of(text) + " must be " + rule);
    }

    private <T> Optional<T> read(String rule, Function<String, Optional<T>> parse, Predicate<T> check) {
        Optional<T> value = parse.apply(text.strip()).filter(check);
        if (value.isEmpty()) {
            reject(rule);
        }
        return value;
    }

    private static Optional<Double> boxed(OptionalDouble number) {
        return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
    }

    private static String shown(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
