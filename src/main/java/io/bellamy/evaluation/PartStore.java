package io.bellamy.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bellamy.files.InputFile;
import io.bellamy.files.OutputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finished parts of an evaluation on disk, one a method and algorithm, so that an interrupted one can go on. A part is
 * found again only where it was made under the same key.
 */
public final class PartStore {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .build();

    private static final int LARGEST = 1 << 30;

    private final Path folder;
    private final Map<String, String> keys;
    private final boolean resume;

    /**
     * What a method answered.
     *
     * @param forecasts for every task and question, in order
     * @param seconds how long it took
     */
    public record FinishedPart(List<List<Estimate>> forecasts, double seconds) {

        public FinishedPart {
            forecasts = forecasts.stream().map(List::copyOf).toList();
        }

        /** Can this be what a method answered to this number of questions of each task? */
        boolean answers(List<Integer> questions) {
            return forecasts.stream().map(List::size).toList().equals(questions)
                    && forecasts.stream().flatMap(List::stream).allMatch(FinishedPart::makesSense)
                    && seconds >= 0
                    && Double.isFinite(seconds);
        }

        private static boolean makesSense(Estimate forecast) {
            double runtime = forecast.runtime();
            return (!forecast.isThere() || (runtime > 0 && Double.isFinite(runtime)))
                    && forecast.intervals().stream()
                            .allMatch(interval -> interval.level() > 0
                                    && interval.level() < 1
                                    && interval.lower() >= 0
                                    && interval.lower() <= interval.upper());
        }
    }

    private record Stored(String key, FinishedPart part) {}

    /**
     * A store.
     *
     * @param keys for each algorithm what stands for all that the answers depend on: data, configuration, protocol, seed,
     *     program
     * @param resume whether parts of before are used
     */
    public PartStore(Path folder, Map<String, String> keys, boolean resume) {
        this.folder = folder;
        this.keys = Map.copyOf(keys);
        this.resume = resume;
    }

    /**
     * A part that was finished before; a damaged or foreign one is as good as none, since it can be made again.
     *
     * @param questions how many each task has
     */
    Optional<FinishedPart> find(String algorithm, String method, List<Integer> questions) {
        if (!resume) {
            return Optional.empty();
        }
        InputFile file = InputFile.stored(file(algorithm, method));
        try {
            if (!file.exists()) {
                return Optional.empty();
            }
            Stored stored = JSON.readValue(file.read(LARGEST), Stored.class);
            return Optional.ofNullable(stored)
                    .filter(found -> keys.get(algorithm).equals(found.key()))
                    .map(Stored::part)
                    .filter(part -> part.answers(questions));
        } catch (JsonProcessingException damaged) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + file.path(), e);
        }
    }

    /** Writes a part aside and renames it, so that a half-written one is never found. */
    void save(String algorithm, String method, FinishedPart part) {
        Path file = file(algorithm, method);
        try {
            OutputFile.makeFolders(folder);
            OutputFile.replace(file, JSON.writeValueAsBytes(new Stored(keys.get(algorithm), part)));
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + file, e);
        }
    }

    private Path file(String algorithm, String method) {
        return folder.resolve(algorithm + "-" + method + ".json");
    }
}
