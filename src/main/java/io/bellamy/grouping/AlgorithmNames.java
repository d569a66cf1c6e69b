package io.bellamy.grouping;

import io.bellamy.job.Name;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Names of jobs as names of algorithms, which become folders: harmless, not too long, and different even where capitals do not
 * count. A job keeps the name that it got first.
 */
public final class AlgorithmNames {

    private static final int LONGEST = 50;

    /** Means each algorithm where one is asked for. */
    private static final String ALL = "all";

    private final Map<String, String> byKey = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** A job that has a name already. */
    public void keep(String key, String algorithm) {
        if (byKey.putIfAbsent(key, algorithm) == null) {
            taken.add(algorithm.toLowerCase(Locale.ROOT));
        }
    }

    /** The name of a job, made where it has none. */
    public String of(JobKey job) {
        return byKey.computeIfAbsent(job.key(), key -> {
            String safe = safe(job.name());
            boolean free = !safe.isEmpty() && !safe.equalsIgnoreCase(ALL) && taken.add(safe.toLowerCase(Locale.ROOT));
            String name = free ? safe : (safe.isEmpty() ? "job" : safe) + "-" + digest(key);
            taken.add(name.toLowerCase(Locale.ROOT));
            return name;
        });
    }

    private static String safe(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^A-Za-z0-9._-]+", "-")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("^[._-]+|[._-]+$", "");
        String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) + "-" + digest(plain) : plain;
        return Name.objection(cut).isEmpty() ? cut : "";
    }

    private static String digest(String text) {
        CRC32 digest = new CRC32();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", digest.getValue());
    }
}
