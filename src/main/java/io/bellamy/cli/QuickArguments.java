package io.bellamy.cli;

import io.bellamy.numerics.DecimalText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The arguments of a command as schedulers give them: options in full, each once, with values that look like none. Whatever else
 * is given, or could be meant otherwise, is not understood here, and left to picocli, which takes a quarter of a start for it.
 */
final class QuickArguments {

    private final List<String> words = new ArrayList<>();
    private final BitSet taken = new BitSet();
    private boolean doubtful;

    /** Of what stands behind the command's name. */
    QuickArguments(List<String> arguments) {
        for (String argument : arguments) {
            int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
            if (equals > 0) {
                words.add(argument.substring(0, equals));
                words.add(argument.substring(equals + 1));
            } else {
                words.add(argument);
            }
        }
    }

    /** Whether an option without a value is given, which is then taken. */
    boolean flag(String name) {
        int place = words.indexOf(name);
        taken.set(Math.max(place, 0), place + 1);
        return place >= 0;
    }

    /** The value of an option, which is then taken. */
    Optional<String> value(String... names) {
        Optional<String> found = Optional.empty();
        for (String name : names) {
            int place = words.indexOf(name);
            if (place >= 0) {
                doubtful |= found.isPresent() || place + 1 == words.size() || !isPlain(words.get(place + 1));
                found = Optional.of(words.get(Math.min(place + 1, words.size() - 1)));
                taken.set(place, place + 2);
            }
        }
        return found;
    }

    private static boolean isPlain(String value) {
        return !value.isEmpty() && !value.startsWith("-") && !value.startsWith("@");
    }

    /** The same of a file or folder. */
    Optional<Path> path(String... names) {
        try {
            return value(names).map(Path::of);
        } catch (InvalidPathException noPath) {
            doubtful = true;
            return Optional.empty();
        }
    }

    /** The same of a number. */
    Optional<Double> number(String name) {
        Optional<String> given = value(name);
        OptionalDouble number = given.map(DecimalText::number).orElse(OptionalDouble.empty());
        doubtful |= given.isPresent() && number.isEmpty();
        return number.stream().boxed().findFirst();
    }

    /**
     * The same of a word of several.
     *
     * @param usual where the option is not given
     */
    <E extends Enum<E>> E word(E usual, String... names) {
        Optional<String> given = value(names);
        for (E word : usual.getDeclaringClass().getEnumConstants()) {
            if (given.filter(word.toString()::equals).isPresent()) {
                return word;
            }
        }
        doubtful |= given.isPresent();
        return usual;
    }

    /** Is everything taken, and none of it could be meant otherwise? */
    boolean areUnderstood() {
        return !doubtful && taken.nextClearBit(0) >= words.size();
    }
}
