package io.bellamy.natives;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The processor that the program runs on. */
public final class Processor {

    private static final Path LISTED = Path.of("/proc/cpuinfo");
    private static final List<String> TELLING = List.of("model name", "cpu family", "model");
    private static final int LONGEST = 100;

    private Processor() {}

    /** Its kind, on which the last digits of what is computed depend: the instruction set, and the model where the system tells it. */
    public static String kind() {
        return Stream.concat(Stream.of(System.getProperty("os.arch")), model()).collect(Collectors.joining(", "));
    }

    /** Of the first one: where they differ, nobody knows which one it was. */
    private static Stream<String> model() {
        Map<String, String> told = new HashMap<>();
        try (Stream<String> lines = Files.lines(LISTED, StandardCharsets.ISO_8859_1)) {
            lines.takeWhile(line -> !line.isBlank()).forEach(line -> {
                String[] parts = line.split(":", 2);
                if (parts.length == 2 && parts[1].length() <= LONGEST) {
                    told.put(parts[0].strip(), parts[1].strip());
                }
            });
        } catch (IOException notLinux) {
            return Stream.empty();
        }
        return TELLING.stream()
                .filter(told::containsKey)
                .map(name -> name.equals("model name") ? told.get(name) : name + " " + told.get(name));
    }
}
