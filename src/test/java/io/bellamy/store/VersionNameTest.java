package io.bellamy.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "20261129T122705.550",
                "20261129T122705.550Z1",
                "20261129t122705.550Z",
                "20261129T122705,550Z",
                "2026112xT122705.550Z",
                "+0261129T122705.550Z",
                "20260229T122705.550Z",
                "20261129T242705.550Z",
                "20261129T122705.55٠Z"
            })
    void whatIsNoTimeNamesNoVersion(String name) {
        assertThat(VersionName.isOne(name)).isFalse();
    }

    @Test
    void aNameFollowsTheNewestOneAlsoWhereTheClockWasSetBack() {
        Instant now = Instant.parse("2026-11-29T12:27:05.550Z");
        assertThat(VersionName.next(now, Optional.empty())).isEqualTo("20261129T122705.550Z");
        assertThat(VersionName.next(now, Optional.of("20261231T235959.999Z"))).isEqualTo("20270101T000000.000Z");
        assertThat(VersionName.isOne("20280229T235959.999Z")).isTrue();
    }
}
