package io.bellamy.cli;

import io.bellamy.data.DatasetCatalog;
import io.bellamy.job.JobName;
import io.bellamy.job.ScaleOutRange;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import io.bellamy.request.DayText;
import io.bellamy.service.UsualRequest;
import io.bellamy.service.Workspace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Options that change the usual request of a job. */
final class UsualOptions {

    private static final Pattern RANGE = Pattern.compile("(\\d{1,7})(?:(?:-|\\.\\.)(\\d{1,7}))?");

    private static final String NAMED = "NAME=VALUE";

    @Option(
            names = "--property",
            paramLabel = NAMED,
            description = "without a request: another value than the newest run of the job has; may be repeated")
    private List<String> properties = new ArrayList<>();

    @Option(
            names = "--scale-outs",
            paramLabel = "RANGE",
            description =
                    "without a request: the scale-outs asked about, as 2-40 (default: those that the job ran on, half of"
                            + " the least and twice the most)")
    private Optional<String> scaleOuts = Optional.empty();

    @Option(
            names = "--day",
            paramLabel = "DAY",
            description =
                    "without a request: the day on which the job is to run, as 2026-12-24 (default: the day after the newest"
                            + " run)")
    private Optional<String> day = Optional.empty();

    /** Is there any? */
    boolean areGiven() {
        return !properties.isEmpty() || scaleOuts.isPresent() || day.isPresent();
    }

    /**
     * The request.
     *
     * @throws io.bellamy.problem.InvalidInputException with all that is wrong with the options
     */
    UsualRequest request(Workspace workspace, DatasetCatalog datasets, JobName job) {
        Problems problems = new Problems();
        Optional<ScaleOutRange> range = scaleOuts.flatMap(text -> range(text, problems));
        Optional<LocalDate> asked = day.flatMap(text -> {
            Optional<LocalDate> read = DayText.day(text);
            if (read.isEmpty()) {
                problems.add("--day: " + Quoted.of(text) + " must be a day as 2026-12-24");
            }
            return read;
        });
        Map<String, String> values = NamedValues.of("--property", NAMED, properties, problems);
        problems.throwIfAny();
        return UsualRequest.of(workspace, datasets, job, new UsualRequest.Changes(values, range, asked));
    }

    private static Optional<ScaleOutRange> range(String text, Problems problems) {
        Matcher range = RANGE.matcher(text.strip());
        if (range.matches()) {
            int least = Integer.parseInt(range.group(1));
            int most = range.group(2) == null ? least : Integer.parseInt(range.group(2));
            if (least >= 1 && most >= least && most - least < ScaleOutRange.LARGEST) {
                return Optional.of(new ScaleOutRange(least, most));
            }
        }
        problems.add("--scale-outs: " + Quoted.of(text) + " must be a number or a range as 2-40, of at most "
                + ScaleOutRange.LARGEST);
        return Optional.empty();
    }
}
