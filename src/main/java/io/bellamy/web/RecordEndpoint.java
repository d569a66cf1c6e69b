package io.bellamy.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.job.Name;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Limits;
import io.bellamy.problem.Quoted;
import io.bellamy.recording.RecordingSummary;
import io.bellamy.recording.RunRecording;
import io.bellamy.report.RecordingReport;
import io.bellamy.service.LiveJobs;
import io.bellamy.service.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adds runs to a data set, as {@code bellamy record --from} does. When it has answered, predictions rest on them.
 *
 * @param workspace with the data
 * @param jobs that have the runs from then on
 */
record RecordEndpoint(Workspace workspace, LiveJobs jobs) implements Endpoint {

    static final String TARGET = "training_target";
    static final String ALGORITHM = "algorithm";
    static final String REPLACE = "replace";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public HttpAnswer answer(HttpCall call) {
        RequestBodies.checkQuery(call, TARGET, ALGORITHM, REPLACE);
        String target = name(call, TARGET)
                .orElseThrow(() -> new InvalidInputException(
                        TARGET + ": is missing; name the data set in the address: ?training_target=NAME"));
        Limits limits = workspace.configuration().limits();
        RunRecording recording = RunRecording.into(
                workspace.datasets(),
                workspace.dataDir(),
                target,
                name(call, ALGORITHM),
                new RunRecording.Options(RequestBodies.flag(call, REPLACE), false, limits));
        RecordingSummary summary = recording.recordAll(RequestBodies.documents(call, limits));
        if (!summary.runs().isEmpty()) {
            jobs.refresh();
        }
        String document = new RecordingReport(summary).json() + System.lineSeparator();
        return summary.refused().isEmpty() ? HttpAnswer.json(document) : refused(summary, document);
    }

    private static HttpAnswer refused(RecordingSummary summary, String document) {
        // where the command line has an option there is a parameter of its name
        List<String> messages = summary.refused().stream()
                .map(message -> message.replace("; --replace puts", "; ?replace=true puts"))
                .toList();
        WebProblem problem = new WebProblem(
                422, "run-refused", "Not all runs could be recorded", messages, Optional.of(2), Map.of());
        ObjectNode told = ProblemJson.document(problem);
        try {
            told.set("recording", JSON.readTree(document));
        } catch (JsonProcessingException never) {
            throw new IllegalStateException("a report is always JSON", never);
        }
        return ProblemJson.answer(problem, told);
    }

    private static Optional<String> name(HttpCall call, String parameter) {
        Optional<String> given = Optional.ofNullable(call.query().get(parameter));
        given.flatMap(Name::objection).ifPresent(rule -> {
            throw new InvalidInputException(parameter + ": " + Quoted.of(given.orElseThrow()) + " must be " + rule);
        });
        return given;
    }
}
