package io.bellamy.report;

import io.bellamy.evaluation.EvaluationRun;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** What the folder must be, where it can't take an evaluation. */
    public Optional<String> objection() {
        if (!Files.exists(folder)) {
            return Optional.empty();
        }
        if (!Files.isDirectory(folder)) {
            return Optional.of("a folder");
        }
        if (Files.exists(folder.resolve(MARK))) {
            return Optional.empty();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().map(entry -> "an empty folder, a new one or that of an earlier evaluation");
        } catch (IOException e) {
            return Optional.of("a folder that can be read");
        }
    }

    /** Makes the folder, so that one that can't be written is noticed before the work. */
    public void prepare() {
        try {
            Files.createDirectories(parts());
            Files.write(folder.resolve(MARK), new byte[0]);
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
    private interface Content {
        void writeTo(Appendable out) throws IOException;
    }

    private void replace(String name, Content content) {
        Path aside = folder.resolve("." + name);
        try {
            try (BufferedWriter out = Files.newBufferedWriter(aside)) {
                content.writeTo(out);
            }
            Files.move(
                    aside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + folder.resolve(name), e);
        }
    }
}
