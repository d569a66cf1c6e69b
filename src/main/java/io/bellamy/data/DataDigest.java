package io.bellamy.data;

import io.bellamy.data.Dataset.DataFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Tells whether what the runs of an algorithm come from is still as it was.
 *
 * @param files of the data sets
 * @param descriptions of them
 */
record DataDigest(DataFiles files, Descriptions descriptions) {

    /** What all algorithms teach together is taken for the same until their files are so many times as large. */
    private static final double GROWN = 1.5;

    /** Of an algorithm. */
    String of(String target, String algorithm) {
        StringBuilder text = described(target);
        descriptions.parts(target).forEach((name, part) -> {
            AlgorithmDescriptor own = part.algorithms().get(algorithm);
            if (own != null) {
                add(
                        text,
                        name + "/" + own.form().file(),
                        files.runs(name, own).exists() ? files.sha256(name, own) : "none");
                files.lookups(name, own)
                        .forEach((lookup, file) -> add(
                                text,
                                name + "/"
                                        + own.made()
                                                .lookups()
                                                .get(lookup)
                                                .form()
                                                .file(),
                                digest(file)));
                DataTable recorded = RecordedRuns.file(files, name);
                if (!RecordedForm.isDescribed(own) && recorded.exists()) {
                    add(text, name + "/" + RecordedForm.FILE, digest(recorded));
                }
            }
        });
        return DigestUtils.sha256Hex(text.toString());
    }

    /** Of an algorithm whose files have been read: the same, without another look at them. */
    String of(Map<String, String> described, List<DataFile> read) {
        StringBuilder text = new StringBuilder();
        described.forEach((place, digest) -> add(text, place, digest));
        read.forEach(file -> add(text, file.name(), file.sha256()));
        return DigestUtils.sha256Hex(text.toString());
    }

    /** Of all algorithms together. */
    String ofAll(String target) {
        StringBuilder text = described(target);
        add(text, "size", Long.toString(Math.round(Math.floor(Math.log((double) bytes(target)) / Math.log(GROWN)))));
        return DigestUtils.sha256Hex(text.toString());
    }

    private StringBuilder described(String target) {
        StringBuilder text = new StringBuilder();
        descriptions.digests(target).forEach((place, digest) -> add(text, place, digest));
        return text;
    }

    private String digest(DataTable file) {
        return file.exists() ? files.sha256(file) : "none";
    }

    /** How large the files of all algorithms are together. */
    private long bytes(String target) {
        long bytes = 1;
        for (Map.Entry<String, DatasetDescriptor> part :
                descriptions.parts(target).entrySet()) {
            Map<String, AlgorithmDescriptor> byFile = new HashMap<>();
            part.getValue()
                    .algorithms()
                    .values()
                    .forEach(algorithm -> byFile.putIfAbsent(algorithm.form().file(), algorithm));
            for (AlgorithmDescriptor algorithm : byFile.values()) {
                bytes += FileState.of(files.runs(part.getKey(), algorithm)).size();
            }
            if (!byFile.containsKey(RecordedForm.FILE)) {
                bytes += FileState.of(RecordedRuns.file(files, part.getKey())).size();
            }
        }
        return bytes;
    }

    private static void add(StringBuilder text, String place, String digest) {
        text.append(place).append(' ').append(digest).append('\n');
    }
}
