package io.bellamy.cli;

import io.bellamy.problem.BellamyException;
import io.bellamy.problem.Remedy;

/** Says with which options a remedy is had. */
final class Remedies {

    private static final String OTHERWISE =
            "--hold-out holds out whole values of a property, --protocol next-run asks about each next run";

    private Remedies() {}

    /** The message of a failure with what would help; on a line of its own where the message has several. */
    static String message(BellamyException failure) {
        String message = failure.getMessage();
        return failure.remedy()
                .map(remedy -> message + (message.lines().count() > 1 ? System.lineSeparator() : "; ") + text(remedy))
                .orElse(message);
    }

    /** What one can do. */
    static String text(Remedy remedy) {
        return switch (remedy) {
            case NAME_JOB -> "name it in the request, or with --training-target (-tt) and --algorithm (-a)";
            case EACH_CANDIDATE -> "or ask for all of them with --each-candidate";
            case ONE_CANDIDATE -> "ask without --each-candidate";
            case PRICES -> "or in a file (--prices)";
            case WAIT -> "or let this one wait with --wait";
            case MORE_TIME -> "--time-limit allows more";
            case START_ANEW -> "start anew without --resume";
            case OTHER_CONTEXTS -> "see --only, --support and --points, or ask otherwise: " + OTHERWISE;
            case OTHER_PROTOCOL ->
                "no context has runs at two scale-outs, so nothing is asked with a training point; to"
                        + " ask these data otherwise: " + OTHERWISE;
            case OTHER_RUNS -> "see --only, --hold-out and --protocol";
        };
    }
}
