package io.bellamy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExtentTest {

    private static RunPlace at(int scaleOut) {
        return new RunPlace(new double[] {Math.log(scaleOut) - 2}, List.of("a"), Double.NaN, 1);
    }

    /** The elasticity is in doubt by 0.2: twice as many machines are in doubt by 0.2 ln 2. */
    @Test
    void beyondWhatWasEverRunDoubtGrowsWithTheDistance() {
        Extent extent = Extent.of(List.of(at(4), at(16), at(8)));
        assertThat(extent.doubt(at(4))).isZero();
        assertThat(extent.doubt(at(7))).isZero();
        assertThat(extent.doubt(at(16))).isZero();
        assertThat(Math.sqrt(extent.doubt(at(32)))).isCloseTo(0.2 * Math.log(2), within(1e-12));
        assertThat(Math.sqrt(extent.doubt(at(1)))).isCloseTo(0.2 * Math.log(4), within(1e-12));
        assertThat(Extent.of(List.of()).doubt(at(8))).isZero();
    }
}
