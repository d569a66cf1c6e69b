package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a document shows of what is printed.
 *
 * @param known what of a line is the same each time
 */
record ShownOutput(UnaryOperator<String> known) {

    /** The lines shown are printed one below the other, but for those left out (...); empty lines count for nothing. */
    void requireIn(List<String> printed, List<String> shown) {
        List<String> rest = lines(printed);
        boolean leftOut = false;
        for (String line : lines(shown)) {
            if (line.equals("...")) {
                leftOut = true;
            } else {
                List<String> from = leftOut
                        ? rest.stream().dropWhile(other -> !other.equals(line)).toList()
                        : rest;
                assertThat(from).first().isEqualTo(line);
                rest = from.subList(1, from.size());
                leftOut = false;
            }
        }
        if (!leftOut) {
            assertThat(rest).as("what is printed and not shown").isEmpty();
        }
    }

    private List<String> lines(List<String> text) {
        return text.stream().filter(line -> !line.isEmpty()).map(known).toList();
    }
}
