package io.bellamy.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Room for bodies is bounded, and what is refused takes none. */
class BodyRoomTest {

    private static final long ALL = 1L << 26;

    private final BodyRoom room = new BodyRoom();

    @Test
    void whatIsRefusedTakesNoRoomAndWhatIsGivenBackIsThereAgain() {
        assertThat(room.take(ALL)).isTrue();
        assertThat(room.take(1)).isFalse();
        room.giveBack(ALL);
        assertThat(room.take(ALL)).isTrue();
    }
}
