package io.bellamy.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.files.InputFile;
import io.bellamy.files.OutputFile;
import io.bellamy.problem.DamagedModelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/** The manifest of a version on disk, beside a file with its digest: {@code sha256sum -c manifest.sha256} checks it too. */
final class ManifestFile {

    static final String NAME = "manifest.json";
    static final String DIGEST = "manifest.sha256";

    /** The oldest format that is still read. */
    private static final int OLDEST = 2;

    /** The first format with a file for the digest. */
    private static final int DIGESTED = 3;

    /** The first format that tells the runs apart from what else stands in their files. */
    private static final int OF_RUNS = 6;

    /** The first format that tells the processor. */
    private static final int OF_PROCESSOR = 7;

    private ManifestFile() {}

    static void write(Path folder, Manifest manifest) throws IOException {
        String digest = StoredJson.write(folder.resolve(NAME), manifest);
        OutputFile.write(folder.resolve(DIGEST), line(digest).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads the manifest of a version, of this format or an earlier one.
     *
     * @throws DamagedModelException naming the file that is missing or damaged
     */
    static Manifest read(Path folder) {
        Path file = folder.resolve(NAME);
        Path digest = folder.resolve(DIGEST);
        byte[] bytes = StoredJson.bytes(file);
        boolean digested = exists(digest);
        if (digested
                && !new String(StoredJson.bytes(digest), StandardCharsets.UTF_8)
                        .equals(line(DigestUtils.sha256Hex(bytes)))) {
            throw StoredJson.damaged(file, "and " + DIGEST + " beside it do not agree: one of them was changed");
        }
        Optional<Manifest> present = QuickJson.read(bytes, Manifest.class)
                .filter(manifest -> digested && manifest.formatVersion() == Manifest.FORMAT);
        if (present.isPresent()) {
            return present.get();
        }
        JsonNode tree = StoredJson.parse(file, bytes, JsonNode.class);
        int format = tree.path("format_version").asInt();
        if (format < OLDEST || format > Manifest.FORMAT) {
            throw StoredJson.damaged(
                    file,
                    "has format version " + format + ", this program reads " + OLDEST + " to " + Manifest.FORMAT
                            + (format < OLDEST
                                    ? ": pretrain again"
                                    : ": it is of a later version of Bellamy, so use that, or pretrain again"));
        }
        if (digested != format >= DIGESTED) {
            throw StoredJson.damaged(digest, digested ? "does not belong to this model" : "is missing");
        }
        return StoredJson.convert(file, current(tree, format), Manifest.class);
    }

    private static boolean exists(Path file) {
        try {
            return InputFile.stored(file).exists();
        } catch (IOException e) {
            throw StoredJson.unreadable(file, e);
        }
    }

    /** What an earlier format did not tell is unknown. */
    private static JsonNode current(JsonNode tree, int format) {
        if (format < DIGESTED && tree instanceof ObjectNode old) {
            old.putPOJO("fingerprint", Fingerprint.UNKNOWN);
            old.putNull("comparison");
        }
        if (format < OF_RUNS && tree.path("fingerprint") instanceof ObjectNode fingerprint) {
            fingerprint.put("runs", "");
        }
        if (format < OF_PROCESSOR && tree instanceof ObjectNode old) {
            old.put("processor", "");
        }
        return tree;
    }

    private static String line(String digest) {
        return digest + "  " + NAME + "\n";
    }
}
