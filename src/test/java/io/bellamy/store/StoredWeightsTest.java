package io.bellamy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellamy.model.PackedFloats;
import io.bellamy.problem.DamagedModelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredWeightsTest {

    private static final Path FILE = Path.of("ensemble.json");

    record WeightsAlone(List<Float> weights) {}

    @Property
    void whatIsWrittenIsReadToTheBit(@ForAll int[] bits) throws IOException {
        float[] values = new float[bits.length];
        int count = 0;
        for (int one : bits) {
            float value = Float.intBitsToFloat(one);
            if (Float.isFinite(value)) {
                values[count] = value;
                count++;
            }
        }
        WeightsAlone weights = new WeightsAlone(PackedFloats.of(values, count));
        byte[] content = StoredJson.render(weights);
        // equal to the bit, since these are objects
        assertThat(QuickJson.read(content, WeightsAlone.class)).contains(weights);
        assertThat(mapped(content)).isEqualTo(weights);
    }

    @Test
    void theyAreBytesOfWhichTheLowestIsFirst() throws IOException {
        float[] values = {1, -0f, Float.MIN_VALUE};
        assertThat(new String(StoredJson.render(new WeightsAlone(PackedFloats.of(values, 3))), StandardCharsets.UTF_8))
                .isEqualToIgnoringWhitespace("{\"weights\": \"AACAPwAAAIABAAAA\"}");
    }

    @Test
    void decimalsAreReadToo() {
        WeightsAlone weights = new WeightsAlone(List.of(1f, -0f, Float.MIN_VALUE));
        byte[] content = content("[1.0, -0.0, 1.4E-45]");
        assertThat(QuickJson.read(content, WeightsAlone.class)).contains(weights);
        assertThat(mapped(content)).isEqualTo(weights);
    }

    @Test
    void manyDecimalsAreReadToo() {
        List<Float> many = IntStream.range(0, 10_000).mapToObj(i -> i / 8f).toList();
        assertThat(QuickJson.read(content(many.toString()), WeightsAlone.class)).contains(new WeightsAlone(many));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "AAAA"           | weights must be of four bytes each
            "AACAPwAA"       | weights must be of four bytes each
            "AACA*w=="       | weights must be base64
            "AACA Pw=="      | weights must be base64
            "0.5"            | weights must be base64
            "AADAfw=="       | a weight must be a finite number
            "AACAPwAAgH8="   | a weight must be a finite number
            "AACA/w=="       | a weight must be a finite number
            [0.5, 1e39]      | a weight must be a finite number
            [0.5, "NaN"]     | a weight must be a finite number
            [0.5, [0.5]]     | a weight must be a finite number
            [null]           | a weight must be a finite number
            0.5              | weights must be base64, or a list of numbers
            {}               | weights must be base64, or a list of numbers
            """)
    void whatIsNoWeightsIsTold(String wrong, String message) {
        byte[] content = content(wrong);
        assertThat(QuickJson.read(content, WeightsAlone.class)).isEmpty();
        String told = FILE + ": is not what this program saves: " + message;
        assertThatThrownBy(() -> StoredJson.parse(FILE, content, WeightsAlone.class))
                .isInstanceOf(DamagedModelException.class)
                .hasMessage(told);
        assertThatThrownBy(() -> mapped(content))
                .isInstanceOf(DamagedModelException.class)
                .hasMessage(told);
    }

    private static byte[] content(String weights) {
        return ("{\"weights\": " + weights + "}").getBytes(StandardCharsets.UTF_8);
    }

    /** As Jackson's databind reads it, which reads what is in an older format. */
    private static WeightsAlone mapped(byte[] content) {
        return StoredJson.convert(FILE, StoredJson.parse(FILE, content, JsonNode.class), WeightsAlone.class);
    }
}
