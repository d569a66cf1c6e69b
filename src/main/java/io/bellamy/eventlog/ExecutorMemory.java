package io.bellamy.eventlog;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much memory an executor takes: its heap, what Spark allows beside it where there are containers, and off the heap. */
public final class ExecutorMemory {

    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,15})\\s*([kmgtp]?)i?b?");
    private static final double MIB = 1.048576;
    private static final long LEAST_OVERHEAD = 384;
    private static final double FACTOR = 0.1;
    private static final String USUAL_HEAP = "1g";

    private final Map<Integer, Map<String, Long>> profiles = new HashMap<>();

    void profileAdded(EventLine line) throws IOException {
        Map<String, Long> requests = new HashMap<>();
        long[] id = {0};
        JsonFields.read(line, (field, json) -> {
            switch (field) {
                case "Resource Profile Id" -> id[0] = JsonFields.number(json);
                case "Executor Resource Requests" ->
                    JsonFields.fields(json, (name, value) -> {
                        JsonFields.fields(value, (part, amount) -> take(name, part, amount, requests));
                        return true;
                    });
                default -> {}
            }
            return true;
        });
        profile((int) id[0], requests);
    }

    /** What executors of a resource profile ask for, in MiB, by Spark's names. */
    public void profile(int id, Map<String, Long> requests) {
        profiles.put(id, Map.copyOf(requests));
    }

    private static boolean take(String name, String part, JsonParser json, Map<String, Long> requests)
            throws IOException {
        if (part.equals("Amount")) {
            requests.put(name, JsonFields.number(json));
        }
        return true;
    }

    /** In MB of a million bytes; empty where it is not set and nobody knows what holds then. */
    public OptionalLong megabytes(int profile, Map<String, String> settings) {
        if (settings.isEmpty()) {
            return OptionalLong.empty();
        }
        Map<String, Long> requests = profiles.getOrDefault(profile, Map.of());
        long heap =
                requests.getOrDefault("memory", mebibytes(settings.getOrDefault("spark.executor.memory", USUAL_HEAP)));
        boolean offHeapUsed =
                settings.getOrDefault("spark.memory.offHeap.enabled", "false").equals("true");
        long offHeap = offHeapUsed
                ? requests.getOrDefault("offHeap", bytes(settings.getOrDefault("spark.memory.offHeap.size", "0")) >> 20)
                : 0;
        long overhead = requests.getOrDefault("memoryOverhead", overhead(heap, settings));
        return heap == 0 ? OptionalLong.empty() : OptionalLong.of(Math.round((heap + offHeap + overhead) * MIB));
    }

    private static long overhead(long heap, Map<String, String> settings) {
        String master = settings.getOrDefault("spark.master", "");
        if (!master.startsWith("yarn") && !master.startsWith("k8s")) {
            return 0;
        }
        String set = settings.getOrDefault(
                "spark.executor.memoryOverhead", settings.getOrDefault("spark.yarn.executor.memoryOverhead", ""));
        return set.isBlank() ? Math.max(LEAST_OVERHEAD, (long) (FACTOR * heap)) : mebibytes(set);
    }

    /** A number alone is one of MiB, as Spark has it here. */
    private static long mebibytes(String text) {
        return text.strip().chars().allMatch(Character::isDigit) ? bytes(text + "m") >> 20 : bytes(text) >> 20;
    }

    private static long bytes(String text) {
        Matcher amount = AMOUNT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!amount.matches()) {
            return 0;
        }
        int power = " kmgtp".indexOf(amount.group(2).isEmpty() ? " " : amount.group(2));
        return Math.max(0, Long.parseLong(amount.group(1)) << (10 * power));
    }
}
