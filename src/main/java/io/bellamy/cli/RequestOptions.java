package io.bellamy.cli;

import io.bellamy.files.FileKind;
import io.bellamy.files.Reason;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Limits;
import io.bellamy.problem.Quoted;
import io.bellamy.request.RequestText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Options of the commands that answer requests. */
final class RequestOptions {

    private static final String STANDARD_INPUT = "-";
    private static final String JSON_LINES = ".jsonl";

    @Option(
            names = {"-r", "--request"},
            paramLabel = "FILE",
            required = true,
            description =
                    "the request, or - for standard input; predict answers several, documents of YAML or lines of JSON"
                            + " or a folder with such files, each in its place")
    private String request = "";

    /** The requests, not read yet. */
    List<RequestText> texts(Limits limits) throws IOException {
        if (request.equals(STANDARD_INPUT)) {
            return RequestText.in("standard input", System.in, limits);
        }
        Path path = Path.of(request);
        return isFolder() ? RequestText.inFolder(path, limits) : RequestText.inFile(path, limits);
    }

    /** Can there be several, even where there is but one? */
    boolean many() {
        return request.endsWith(JSON_LINES) || isFolder();
    }

    private boolean isFolder() {
        try {
            return !request.equals(STANDARD_INPUT) && FileKind.of(Path.of(request)) == FileKind.FOLDER;
        } catch (IOException e) {
            throw new InvalidInputException(Reason.of(Quoted.line(request), e));
        }
    }
}
