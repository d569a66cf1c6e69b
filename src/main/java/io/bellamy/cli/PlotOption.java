package io.bellamy.cli;

import io.bellamy.plot.PictureFormat;
import io.bellamy.plot.RecommendationPlot;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import io.bellamy.service.Advice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that asks for a picture of the answer. */
final class PlotOption {

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "draw the answer to the only request into this file, .svg or .png")
    private Optional<Path> file = Optional.empty();

    /** Tells where the file can't become a picture. */
    void check(Problems problems) {
        file.filter(path -> PictureFormat.of(path.toString()).isEmpty())
                .ifPresent(path -> problems.add("--plot: " + Quoted.of(path) + " must end in .svg or .png"));
        NewFile.check(problems, "--plot", file);
    }

    /**
     * Refuses where a picture is wanted but would be one of many.
     *
     * @param many whether there is more than one request, or could be
     */
    void requireOne(boolean many) {
        if (file.isPresent() && many) {
            throw new InvalidInputException("--plot: must be given with a single request, not with a folder, a .jsonl"
                    + " file or several documents");
        }
    }

    /**
     * Draws the picture, if one is wanted: aside, then in the place of what was there.
     *
     * @param advice one for each context in question
     */
    void draw(List<Advice> advice) {
        if (file.isEmpty()) {
            return;
        }
        if (advice.size() > 1) {
            throw new InvalidInputException("--plot: must be given with a single context, but blank properties leave "
                    + advice.size() + " in question");
        }
        Path picture = file.get();
        PictureFormat format = PictureFormat.of(picture.toString()).orElseThrow();
        byte[] content;
        try {
            Advice only = advice.get(0);
            content = RecommendationPlot.render(
                    only.recommendation(), only.fixedSeconds(), RecommendationPlot.WIDTH, format);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "can't write " + Quoted.line(picture.toAbsolutePath().toString()), e);
        }
        NewFile.write(picture, content);
    }
}
