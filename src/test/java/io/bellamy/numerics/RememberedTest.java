package io.bellamy.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private final List<String> computed = new ArrayList<>();
    private final Remembered<String, Integer> lengths = new Remembered<>(2);

    private int length(String key) {
        return lengths.of(key, text -> {
            computed.add(text);
            return text.length();
        });
    }

    /** Hostile requests ask about something else each time; what is remembered must not grow with them. */
    @Test
    void whatWasAskedForLongestAgoIsForgottenFirst() {
        assertThat(length("one")).isEqualTo(3);
        assertThat(length("three")).isEqualTo(5);
        assertThat(length("one")).isEqualTo(3);
        assertThat(length("eleven")).isEqualTo(6);
        assertThat(length("one")).isEqualTo(3);
        assertThat(computed).containsExactly("one", "three", "eleven");
        assertThat(length("three")).isEqualTo(5);
        assertThat(computed).containsExactly("one", "three", "eleven", "three");
    }
}
