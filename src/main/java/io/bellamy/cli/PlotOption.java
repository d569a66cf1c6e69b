package io.bellamy.cli;

import io.bellamy.plot.PictureFormat;
import io.bellamy.plot.RecommendationPlot;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import io.bellamy.recommendation.Recommendation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that asks for a picture. */
final class PlotOption {

    @Option(names = "--plot", paramLabel = "FILE", description = "draw the answer: .svg or .png; of one request")
    private Optional<Path> file = Optional.empty();

    /**
     * Is a picture wanted?
     *
     * @param problems are told where its file can't be one
     */
    boolean isGiven(Problems problems) {
        file.filter(path -> PictureFormat.of(path.toString()).isEmpty())
                .ifPresent(path -> problems.add(
                        "--plot: " + Quoted.of(path) + " must end in .svg or .png, which decides what is drawn"));
        file.map(Path::toAbsolutePath)
                .filter(path -> Files.isDirectory(path) || !Files.isDirectory(path.getParent()))
                .ifPresent(
                        path -> problems.add("--plot: " + Quoted.of(path) + " must be a file in a folder that exists"));
        return file.isPresent();
    }

    /** Draws the picture that is wanted: aside, then in the place of what was there. */
    void draw(Recommendation recommendation) {
        Path target = file.orElseThrow().toAbsolutePath();
        PictureFormat format = PictureFormat.of(target.toString()).orElseThrow();
        Path aside = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid());
        try {
            try {
                Files.write(aside, RecommendationPlot.render(recommendation, format));
                Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't draw " + Quoted.line(target.toString()), e);
        }
    }
}
