package io.bellamy.web;

import io.bellamy.problem.BellamyException;
import io.bellamy.problem.DamagedModelException;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.LockedModelException;
import io.bellamy.problem.NothingToWorkWithException;
import io.bellamy.problem.Remedy;
import io.bellamy.web.FailureWords.ToldFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes problems of failures: the same facts as on the command line, with what helps where it is asked.
 *
 * @param words of the command line
 * @param help what remedies are called there
 */
record Failures(FailureWords words, Map<Remedy, String> help) {

    /** What helps over HTTP. */
    static final Map<Remedy, String> OVER_HTTP = Map.of(
            Remedy.NAME_JOB, "name it in the request",
            Remedy.EACH_CANDIDATE, "or ask for all of them with ?each_candidate=true",
            Remedy.ONE_CANDIDATE, "ask without each_candidate",
            Remedy.PRICES, "or let the service have them (bellamy serve --prices)");

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    WebProblem problem(Throwable failure) {
        if (failure instanceof WebProblemException told) {
            return told.problem();
        }
        ToldFailure told = words.of(failure);
        List<String> messages = messages(failure, told);
        Optional<Integer> exitCode = Optional.of(told.exitCode());
        if (failure instanceof InvalidInputException) {
            return new WebProblem(
                    400, "invalid-input", "Something is wrong with what was sent", messages, exitCode, Map.of());
        }
        if (failure instanceof NothingToWorkWithException) {
            return new WebProblem(404, "nothing-to-work-with", "There is no such job", messages, exitCode, Map.of());
        }
        if (failure instanceof LockedModelException) {
            return new WebProblem(
                    503,
                    "locked",
                    "Another process is at work",
                    messages,
                    exitCode,
                    Map.of(WebProblem.RETRY_AFTER, "2"));
        }
        LOG.error("{}", told.message());
        return failure instanceof DamagedModelException
                ? new WebProblem(503, "damaged-model", "The model is damaged", messages, exitCode, Map.of())
                : new WebProblem(500, "failure", "Something failed inside", messages, exitCode, Map.of());
    }

    /** What is told of one of several jobs that failed. */
    String told(String job, Throwable failure) {
        return String.join("\n", problem(failure).messages());
    }

    private List<String> messages(Throwable failure, ToldFailure told) {
        if (!(failure instanceof BellamyException known)) {
            return told.message().lines().toList();
        }
        List<String> lines = known.getMessage().lines().toList();
        Optional<String> more = known.remedy().map(help::get);
        if (more.isEmpty()) {
            return lines;
        }
        return lines.size() == 1
                ? List.of(lines.get(0) + "; " + more.get())
                : Stream.concat(lines.stream(), more.stream()).toList();
    }
}
