package io.bellamy.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellamy.data.DatasetCatalog;
import io.bellamy.files.DatasetLock;
import io.bellamy.files.OutputFile;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Limits;
import io.bellamy.problem.LockedModelException;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import io.bellamy.recording.RecordingSummary.RecordingOutcome;
import io.bellamy.recording.RecordingSummary.ToldEntry;
import io.bellamy.yaml.YamlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records runs in a data set.
 *
 * @param folder of the data set
 * @param check of runs
 * @param options how
 */
public record RunRecording(Path folder, RunCheck check, Options options) {

    private static final Logger LOG = LoggerFactory.getLogger(RunRecording.class);

    /**
     * How runs are recorded.
     *
     * @param replace whether a run that is there with other values gets those that are told
     * @param waits whether to wait for who is changing the data set
     * @param limits of what is read
     */
    public record Options(boolean replace, boolean waits, Limits limits) {}

    /** Into the data set of a name, of an algorithm where the runs do not name theirs. */
    public static RunRecording into(
            DatasetCatalog catalog, Path dataDir, String target, Optional<String> algorithm, Options options) {
        return new RunRecording(
                dataDir.resolve(target), new RunCheck(algorithm, name -> catalog.recording(target, name)), options);
    }

    /**
     * Fails where a run could not be recorded.
     *
     * @throws InvalidInputException with all that is wrong with it
     */
    public RecordedRun checked(ToldRun run) {
        return check.of(run, new Problems(options.limits()));
    }

    /** Records all documents in which nothing is wrong. */
    public RecordingSummary recordAll(List<YamlText> documents) {
        List<RecordedRun> good = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (YamlText document : documents) {
            try {
                Problems problems = new Problems(options.limits());
                good.add(check.of(ToldRun.of(document.read(problems)), problems));
            } catch (InvalidInputException wrong) {
                wrong.getMessage().lines().forEach(refused::add);
            }
        }
        return record(good, refused, this::tellWaiting);
    }

    /**
     * Records a run.
     *
     * @throws InvalidInputException with all that is wrong with it
     * @throws LockedModelException if somebody is changing the data set and this is not to wait
     */
    public RecordingSummary record(ToldRun run) {
        return record(run, this::tellWaiting);
    }

    /**
     * Records a run.
     *
     * @param waiting is told where that takes longer, since somebody is changing the data set
     */
    public RecordingSummary record(ToldRun run, Runnable waiting) {
        return record(List.of(checked(run)), new ArrayList<>(), waiting);
    }

    private void tellWaiting() {
        LOG.info("{}: waiting for another process that is changing the data set", Quoted.line(folder.toString()));
    }

    private RecordingSummary record(List<RecordedRun> told, List<String> refused, Runnable waiting) {
        RecordedFile file = new RecordedFile(folder);
        if (told.isEmpty()) {
            return new RecordingSummary(file.path(), List.of(), refused);
        }
        try {
            DatasetLock lock = options.waits() ? DatasetLock.await(folder, waiting) : DatasetLock.take(folder);
            try (lock) {
                OutputFile.deleteLeftovers(folder);
                return locked(file, told, refused);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("can't record into " + Quoted.line(folder.toString()), failure);
        }
    }

    private RecordingSummary locked(RecordedFile file, List<RecordedRun> told, List<String> refused)
            throws IOException {
        Map<String, RecordedRun> wanted = new LinkedHashMap<>();
        told.forEach(run -> wanted.put(run.id(), run));
        Map<String, JsonNode> there = file.find(wanted);
        Map<String, RecordedRun> replaced = new LinkedHashMap<>();
        Map<String, RecordedRun> added = new LinkedHashMap<>();
        List<ToldEntry> entries = new ArrayList<>();
        for (RecordedRun run : told) {
            JsonNode before = there.get(run.id());
            if (before == null) {
                added.put(run.id(), run);
                entries.add(new ToldEntry(run, RecordingOutcome.RECORDED));
            } else if (RecordLine.same(run.content(), before)) {
                entries.add(new ToldEntry(run, RecordingOutcome.UNCHANGED));
            } else if (options.replace()) {
                (added.containsKey(run.id()) ? added : replaced).put(run.id(), run);
                entries.add(new ToldEntry(run, RecordingOutcome.REPLACED));
            } else {
                refused.add(
                        run.place() + ": " + Quoted.of(run.id())
                                + " is recorded with other values; --replace puts these in their place, another id adds another run");
                continue;
            }
            there.put(run.id(), run.content());
        }
        if (!replaced.isEmpty() || !added.isEmpty()) {
            file.write(replaced, added.values());
        }
        return new RecordingSummary(file.path(), entries, refused);
    }
}
