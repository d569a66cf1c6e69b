package io.bellamy.report;

import io.bellamy.evaluation.EvaluationRun;
import io.bellamy.files.FileKind;
import io.bellamy.files.InputFile;
import io.bellamy.files.OutputFile;
import io.bellamy.files.OwnFolders;
import io.bellamy.files.Reason;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The folder of an evaluation: its results and the finished parts. Of one that is not an evaluation's nothing is touched. */
public final class EvaluationFiles {

    private static final String MARK = ".bellamy-evaluation";
    private static final String PARTS = "parts";

    private final Path folder;

    public EvaluationFiles(Path folder) {
        this.folder = folder;
    }

    /** Where finished parts are kept. */
    public Path parts() {
        return folder.resolve(PARTS);
    }

    /** What is wrong with the folder, where it can't take an evaluation. */
    public Optional<String> objection() {
        try {
            return switch (FileKind.of(folder)) {
                case NOTHING -> Optional.empty();
                case FOLDER -> objectionToFolder();
                default -> Optional.of("must be a folder");
            };
        } catch (IOException e) {
            return Optional.of("can't be read: " + Reason.of(e));
        }
    }

    private Optional<String> objectionToFolder() throws IOException {
        List<Path> entries = InputFile.list(folder);
        return entries.isEmpty() || entries.contains(folder.resolve(MARK))
                ? Optional.empty()
                : Optional.of("must be an empty folder, a new one or that of an earlier evaluation");
    }

    /** Makes the folder, so that one that can't be written is noticed before the work. */
    public void prepare() {
        try {
            OwnFolders folders = new OwnFolders(folder);
            folders.requireOwnFolder(parts());
            OutputFile.makeFolders(parts());
            OutputFile.deleteLeftovers(folder);
            OutputFile.deleteLeftovers(parts());
            OutputFile.replace(folder.resolve(MARK), new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + folder, e);
        }
    }

    /**
     * Writes the results, each aside and then renamed.
     *
     * @param table the evaluation for a terminal
     * @param summary the evaluation in brief as JSON
     */
    public void write(EvaluationRun run, String table, String summary) {
        replace("table.txt", out -> out.append(table));
        replace("predictions.csv", out -> new OutcomeCsv().write(run.outcomes(), out));
        replace("summary.json", out -> out.append(summary).append(System.lineSeparator()));
        replace("report.html", out -> out.append(new EvaluationHtml().render(run)));
    }

    @FunctionalInterface
    private interface TextContent {
        void writeTo(Appendable out) throws IOException;
    }

    private void replace(String name, TextContent content) {
        try {
            OutputFile.replace(folder.resolve(name), bytes -> {
                BufferedWriter out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
                content.writeTo(out);
                out.flush();
            });
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + folder.resolve(name), e);
        }
    }
}
