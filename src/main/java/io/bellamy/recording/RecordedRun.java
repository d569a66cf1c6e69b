package io.bellamy.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellamy.data.RunStatus;
import io.bellamy.job.ScaleOutUnit;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A run in which nothing is wrong.
 *
 * @param place where it was told of, for messages
 * @param id what tells it from others
 * @param algorithm its name
 * @param scaleOut on how many machines, or executors
 * @param counts what that is a number of
 * @param seconds how long it took, where that is known
 * @param status how it ended
 * @param line as it is kept
 */
public record RecordedRun(
        String place,
        String id,
        String algorithm,
        int scaleOut,
        ScaleOutUnit counts,
        Optional<BigDecimal> seconds,
        RunStatus status,
        String line) {

    JsonNode content() {
        return RecordLine.read(line).orElseThrow();
    }
}
