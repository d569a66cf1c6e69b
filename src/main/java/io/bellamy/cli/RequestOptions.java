package io.bellamy.cli;

import io.bellamy.data.DatasetCatalog;
import io.bellamy.files.FileKind;
import io.bellamy.files.Reason;
import io.bellamy.job.JobName;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Limits;
import io.bellamy.problem.Quoted;
import io.bellamy.report.RequestTemplate;
import io.bellamy.request.RequestText;
import io.bellamy.service.UsualRequest;
import io.bellamy.service.Workspace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the commands that answer requests. */
final class RequestOptions {

    private static final String STANDARD_INPUT = "-";
    private static final String JSON_LINES = ".jsonl";

    @Option(
            names = {"-r", "--request"},
            paramLabel = "FILE",
            description =
                    "the request, or - for standard input; predict answers several, documents of YAML or lines of JSON"
                            + " or a folder with such files, each in its place (default: the usual request of the job, which"
                            + " bellamy init prints)")
    private Optional<String> request = Optional.empty();

    @Mixin
    private UsualOptions usual = new UsualOptions();

    void take(QuickArguments given) {
        request = given.value("-r", "--request");
    }

    /**
     * The requests, not read yet.
     *
     * @param datasets those of the workspace, in which the usual request is looked for
     * @param job that is asked about where there is no request
     */
    List<RequestText> texts(Workspace workspace, DatasetCatalog datasets, Optional<JobName> job) throws IOException {
        Limits limits = workspace.configuration().limits();
        if (request.isEmpty()) {
            return List.of(usual(workspace, datasets, job));
        }
        if (usual.areGiven()) {
            throw new InvalidInputException(
                    "--property, --scale-outs and --day: must not be given beside --request: write them there");
        }
        if (request.get().equals(STANDARD_INPUT)) {
            return RequestText.in("standard input", System.in, limits);
        }
        Path path = Path.of(request.get());
        return isFolder() ? RequestText.inFolder(path, limits) : RequestText.inFile(path, limits);
    }

    private RequestText usual(Workspace workspace, DatasetCatalog datasets, Optional<JobName> job) throws IOException {
        JobName name = job.orElseThrow(() -> new InvalidInputException("--request is missing; or name a job with"
                + " --training-target and --algorithm, to ask about it as it usually is"));
        UsualRequest request = usual.request(workspace, datasets, name);
        RequestText read = RequestText.in(
                        "the usual request of " + name.target() + " " + name.algorithm(),
                        new ByteArrayInputStream(RequestTemplate.yaml(request).getBytes(StandardCharsets.UTF_8)),
                        workspace.configuration().limits())
                .get(0);
        return new RequestText(read.source(), read.text(), request.perMachine().keySet());
    }

    /** Can there be several, even where there is but one? */
    boolean many() {
        return request.filter(name -> name.endsWith(JSON_LINES)).isPresent() || isFolder();
    }

    private boolean isFolder() {
        try {
            return request.isPresent()
                    && !request.get().equals(STANDARD_INPUT)
                    && FileKind.of(Path.of(request.get())) == FileKind.FOLDER;
        } catch (IOException e) {
            throw new InvalidInputException(Reason.of(Quoted.line(request.orElse("")), e));
        }
    }
}
