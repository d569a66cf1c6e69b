package io.bellamy.cli;

import io.bellamy.data.Dataset;
import io.bellamy.job.Run;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;

/** What stands for the data that something was made of. */
final class DataDigest {

    private DataDigest() {}

    /** SHA-256 in hexadecimal of the files and of the runs, since how files are read is told by their description. */
    static String of(Dataset dataset) {
        StringBuilder text = new StringBuilder();
        dataset.files().forEach(file -> add(text, file.sha256()));
        add(text, dataset.kinds());
        for (Run run : dataset.runs()) {
            add(text, run.scaleOut());
            add(text, run.runtime());
            add(text, new TreeMap<>(run.properties()));
        }
        return DigestUtils.sha256Hex(text.toString());
    }

    /** With its length, so that no two lists of parts have the same text. */
    static void add(StringBuilder text, Object part) {
        String shown = String.valueOf(part);
        text.append(shown.length()).append(' ').append(shown).append('\n');
    }
}
