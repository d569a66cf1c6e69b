package io.bellamy.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellamy.data.RecordedForm;
import io.bellamy.files.InputFile;
import io.bellamy.files.OutputFile;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.MachineException;
import io.bellamy.problem.Quoted;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.MessageDigestAlgorithms;

/**
 * The file of a data set that has the runs which were recorded; who writes it has the lock of the data set. Lines that are
 * there stay as they are, to the byte.
 *
 * @param folder of the data set
 */
record RecordedFile(Path folder) {

    Path path() {
        return folder.resolve(RecordedForm.FILE);
    }

    /** Takes the lines of the file. */
    @FunctionalInterface
    private interface LineTaker {
        void take(String line) throws IOException;
    }

    /** What is kept of runs, by their ids, as far as some of these are there. */
    Map<String, JsonNode> find(Map<String, RecordedRun> wanted) throws IOException {
        Map<String, JsonNode> found = new HashMap<>();
        int[] number = {0};
        read(line -> {
            number[0]++;
            if (line.isBlank()) {
                return;
            }
            JsonNode content = RecordLine.read(line)
                    .orElseThrow(() -> new InvalidInputException(Quoted.line(path().toString()) + ":" + number[0]
                            + ": is no object of JSON: mend the line, or take it out"));
            String id = content.path(RecordedForm.ID).asText();
            if (wanted.containsKey(id)) {
                found.put(id, content);
            }
        });
        return found;
    }

    /** Writes all lines aside, those of some runs anew and those of others at the end, looks at them, and renames. */
    void write(Map<String, RecordedRun> replaced, Iterable<RecordedRun> added) throws IOException {
        OutputFile.requireReplaceable(path());
        Path aside = OutputFile.aside(folder);
        String[] digest = {""};
        try {
            OutputFile.write(aside, out -> digest[0] = copy(out, replaced, added));
            if (!digest[0].equals(sha256(aside))) {
                throw new MachineException(Quoted.line(path().toString())
                        + ": what was written is not what can be read again: the disk is damaged; nothing was changed");
            }
            OutputFile.rename(aside, path());
        } finally {
            OutputFile.deleteIfThere(aside);
        }
    }

    private String copy(OutputStream out, Map<String, RecordedRun> replaced, Iterable<RecordedRun> added)
            throws IOException {
        DigestUtils digest = new DigestUtils(MessageDigestAlgorithms.SHA_256);
        LineTaker writer = line -> {
            byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            digest.getMessageDigest().update(bytes);
            out.write(bytes);
        };
        read(line -> {
            Optional<RecordedRun> other = RecordLine.read(line)
                    .map(content -> content.path(RecordedForm.ID).asText())
                    .flatMap(id -> Optional.ofNullable(replaced.get(id)));
            writer.take(other.map(RecordedRun::line).orElse(line));
        });
        for (RecordedRun run : added) {
            writer.take(run.line());
        }
        return Hex.encodeHexString(digest.getMessageDigest().digest());
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = InputFile.stored(file).open(Long.MAX_VALUE)) {
            return DigestUtils.sha256Hex(in);
        }
    }

    private void read(LineTaker taker) throws IOException {
        InputFile file = InputFile.stored(path());
        if (!file.exists()) {
            return;
        }
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(file.open(Long.MAX_VALUE), StandardCharsets.UTF_8.newDecoder()))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                taker.take(line);
            }
        }
    }
}
