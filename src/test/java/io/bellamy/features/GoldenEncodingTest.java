package io.bellamy.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellamy.golden.Golden;
import org.junit.jupiter.api.Test;

/** Property vectors against scikit-learn and the original. */
class GoldenEncodingTest {

    @Test
    void hashesTextAsScikitLearn() {
        NgramHasher hasher = new NgramHasher(39, 1, 3, true);
        JsonNode cases = Golden.read("hashing.json").get("cases");
        assertThat(cases).hasSize(265);
        for (JsonNode golden : cases) {
            String input = golden.get("input").asText();
            assertThat(NgramHasher.clean(input)).isEqualTo(golden.get("cleaned").asText());
            assertThat(hasher.encode(input))
                    .as(input)
                    .containsExactly(Golden.vector(golden.get("vector")), within(1e-12));
        }
    }

    @Test
    void writesNumbersInBitsAsTheOriginal() {
        BitEncoder bits = new BitEncoder(39);
        JsonNode cases = Golden.read("binary.json").get("cases");
        assertThat(cases).hasSize(113);
        for (JsonNode golden : cases) {
            String value = written(golden);
            if (golden.has("error")) {
                assertThatThrownBy(() -> bits.encode(value))
                        .as(value)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("must be a number");
            } else {
                assertThat(bits.encode(value)).as(value).containsExactly(Golden.vector(golden.get("vector")));
            }
        }
    }

    @Test
    void doesNotEncodeAnEmptyTextToAnythingButZeros() {
        assertThat(new NgramHasher(39, 1, 3, true).encode("")).containsOnly(0.0).hasSize(40);
    }

    @Test
    void scalesWithoutClippingAndAConstantColumnToZero() {
        MinMaxScaler scaler = MinMaxScaler.fit(new double[] {2, 12, 4});
        assertThat(scaler.apply(22)).isEqualTo(2);
        assertThat(scaler.apply(2)).isZero();
        assertThat(MinMaxScaler.fit(new double[] {5, 5}).apply(5)).isZero();
    }

    /** As it would stand in a file; Python's None and True have no such form and count as what they convert to. */
    private static String written(JsonNode golden) {
        return switch (golden.get("type").asText()) {
            case "bool" -> "1";
            case "str" -> golden.get("input").asText();
            default -> golden.get("repr").asText();
        };
    }
}
