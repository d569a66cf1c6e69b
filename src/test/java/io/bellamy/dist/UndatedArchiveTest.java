package io.bellamy.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What tells when an archive of classes was written. */
class UndatedArchiveTest {

    @Test
    void whateverItWasTheArchiveIsTheSame() {
        byte[] of = archive(1_200_000, 77);
        byte[] undated = UndatedArchive.undated(of, archive(1_200_350, 99));
        assertThat(undated).isEqualTo(UndatedArchive.undated(archive(5, 3), archive(2_400_000, 4)));
        assertThat(Arrays.copyOfRange(undated, 8, 12)).isEqualTo(Arrays.copyOfRange(of, 8, 12));
    }

    @Test
    void archivesOfOtherListsAreRefused() {
        byte[] zeros = new byte[100_000];
        byte[] ones = new byte[100_000];
        Arrays.fill(ones, (byte) 1);
        assertThatThrownBy(() -> UndatedArchive.undated(zeros, ones)).hasMessageContaining("25000 words");
        assertThatThrownBy(() -> UndatedArchive.undated(zeros, new byte[100_004]))
                .hasMessageContaining("length");
    }

    /** A word that is a time, a checksum, and one that is neither; then some that follow. */
    private static byte[] archive(int time, int checksum) {
        byte[] archive = new byte[64];
        Arrays.fill(archive, (byte) 7);
        ByteBuffer.wrap(archive).putInt(time).putInt(checksum);
        return archive;
    }
}
