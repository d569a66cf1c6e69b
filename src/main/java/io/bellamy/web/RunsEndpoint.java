package io.bellamy.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.data.Dataset;
import io.bellamy.job.JobName;
import io.bellamy.job.Run;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Quoted;
import io.bellamy.service.LiveJobs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Lists the runs that answers about a job rest on, the newest first, some at a time; examples/runs.schema.json is the contract.
 *
 * @param jobs that have them
 */
record RunsEndpoint(LiveJobs jobs) implements Endpoint {

    static final String LIMIT = "limit";
    static final String SKIP = "skip";
    private static final int USUAL = 100;
    private static final int MOST = 10_000;

    @Override
    public HttpAnswer answer(HttpCall call) {
        RequestBodies.checkQuery(call, ModelsEndpoint.TARGET, ModelsEndpoint.ALGORITHM, LIMIT, SKIP);
        JobName name = new JobName(required(call, ModelsEndpoint.TARGET), required(call, ModelsEndpoint.ALGORITHM));
        int limit = number(call, LIMIT, MOST).orElse(USUAL);
        int skip = number(call, SKIP, Integer.MAX_VALUE).orElse(0);
        Dataset dataset = jobs.runsOf(name);
        List<Run> runs = newestFirst(dataset.known());
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("training_target", name.target())
                .put("algorithm", name.algorithm())
                .put("data_sha256", dataset.digest())
                .put("total", runs.size());
        ArrayNode list = document.putArray("runs");
        runs.stream().skip(skip).limit(limit).forEach(run -> list.add(run(run)));
        return HttpAnswer.json(Quoted.escaped(document.toPrettyString(), "\r\n") + System.lineSeparator());
    }

    /** Of those of one day, or of no day, the last ones in the files first. */
    private static List<Run> newestFirst(List<Run> known) {
        List<Run> runs = new ArrayList<>(known);
        Collections.reverse(runs);
        runs.sort(Comparator.comparing(run -> run.measured().orElse(LocalDate.MIN), Comparator.reverseOrder()));
        return runs;
    }

    private static ObjectNode run(Run run) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        run.measured().ifPresent(day -> node.put("day", day.toString()));
        node.put("scale_out", run.scaleOut())
                .put("runtime_seconds", run.runtime())
                .put("finished", run.finished());
        ObjectNode properties = node.putObject("properties");
        run.properties().texts().forEach(properties::put);
        return node;
    }

    private static String required(HttpCall call, String parameter) {
        return Optional.ofNullable(call.query().get(parameter))
                .orElseThrow(() -> new InvalidInputException(
                        parameter + ": is missing; name it in the address: ?" + parameter + "=NAME"));
    }

    private static Optional<Integer> number(HttpCall call, String parameter, int most) {
        Optional<String> given = Optional.ofNullable(call.query().get(parameter));
        if (given.filter(text -> !text.matches("\\d{1,9}") || Integer.parseInt(text) > most)
                .isPresent()) {
            throw new InvalidInputException(parameter + ": " + Quoted.of(given.get())
                    + " must be a whole number from 0 to " + Math.min(most, 999_999_999));
        }
        return given.map(Integer::valueOf);
    }
}
