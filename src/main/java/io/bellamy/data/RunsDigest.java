package io.bellamy.data;

import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.Run;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/** Tells whether runs are the same, wherever they stand and whatever stands beside them. */
public final class RunsDigest {

    private RunsDigest() {}

    /** SHA-256, in hexadecimal, of all that runs tell, in their order, and of what their properties are. */
    public static String of(PropertyDefinitions definitions, List<Run> runs) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        add(digest, definitions.byName().toString());
        for (Run run : runs) {
            add(digest, run.scaleOut() + " " + run.runtime() + " " + run.finished());
            add(digest, run.measured().map(LocalDate::toString).orElse(""));
            new TreeMap<>(run.properties().values()).forEach((name, value) -> {
                add(digest, name);
                add(digest, value.text());
            });
        }
        return Hex.encodeHexString(digest.digest());
    }

    /** With its length before it: two texts are never another one. */
    private static void add(MessageDigest digest, String text) {
        digest.update((text.length() + ":" + text).getBytes(StandardCharsets.UTF_8));
    }
}
