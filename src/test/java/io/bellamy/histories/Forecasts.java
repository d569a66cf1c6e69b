package io.bellamy.histories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code predict -o jsonl} answered, a line for each request.
 *
 * @param byRequest the forecasts of each by scale-out; none where there was no answer
 */
record Forecasts(List<Map<Integer, Forecast>> byRequest) {

    /**
     * A runtime and where 90 % of runs lie, in seconds; an interval that was not told is not a number.
     *
     * @param seconds the runtime
     * @param lower bound of the interval
     * @param upper bound of the interval
     */
    record Forecast(double seconds, double lower, double upper) {

        private static Forecast of(JsonNode prediction) {
            JsonNode interval = prediction.path("interval");
            return new Forecast(
                    prediction.get("runtime_seconds").asDouble(),
                    interval.path("lower_seconds").asDouble(Double.NaN),
                    interval.path("upper_seconds").asDouble(Double.NaN));
        }
    }

    static Forecasts read(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Map<Integer, Forecast>> all = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            Map<Integer, Forecast> forecasts = new HashMap<>();
            json.readTree(line)
                    .path("answer")
                    .path("predictions")
                    .forEach(one -> forecasts.put(one.get("scale_out").asInt(), Forecast.of(one)));
            all.add(forecasts);
        }
        return new Forecasts(all);
    }

    Optional<Forecast> at(int request, int scaleOut) {
        return request < byRequest.size()
                ? Optional.ofNullable(byRequest.get(request).get(scaleOut))
                : Optional.empty();
    }
}
