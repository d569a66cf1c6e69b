package io.bellamy.imports;

import io.bellamy.eventlog.SparkRun;
import io.bellamy.problem.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why nothing can be learned from a run, and what there is to say of it besides. */
final class RunFault {

    static final String UNFINISHED = "its log has no end: it goes on, was killed, or the log was cut off";

    private RunFault() {}

    /** The first reason, where there is one. */
    static Optional<String> of(SparkRun run, LogCondition log, boolean endIsTold) {
        SparkRun.JobResults jobs = run.jobs();
        List<String> faults = new ArrayList<>();
        if (jobs.streaming()) {
            faults.add("a streaming application, which waits for data and never ends by itself");
        }
        if (run.reading().brokenOff().isPresent()) {
            faults.add("its log can't be read to its end: "
                    + run.reading().brokenOff().get());
        }
        log.defect().ifPresent(faults::add);
        if (endIsTold && run.times().end().isEmpty()) {
            faults.add(UNFINISHED);
        }
        if (run.jobs().exitCode().orElse(0) != 0) {
            faults.add("it failed: exit code " + jobs.exitCode().getAsLong());
        }
        if (jobs.lastFailed()) {
            faults.add("it failed: its last job did");
        }
        if (run.executors().most() == 0) {
            faults.add("it had no executors: local mode, or it ended before they came");
        }
        if (run.times().lastJob().isEmpty()) {
            faults.add("it ran no job");
        }
        return faults.stream().findFirst();
    }

    /** What is no fault but should be known. */
    static List<String> remarks(SparkRun run, LogCondition log) {
        List<String> remarks = new ArrayList<>(log.remarks());
        long failed = run.jobs().failed().orElse(0);
        if (failed > 0 && !run.jobs().lastFailed()) {
            remarks.add(failed + " of " + run.jobs().all() + " jobs failed, not the last one");
        }
        long bad = run.reading().badLines() - (run.reading().endsInside() ? 1 : 0);
        if (bad > 0) {
            remarks.add(Counted.of(bad, "line") + " of its log " + (bad == 1 ? "is no event" : "are no events"));
        }
        if (run.reading().longLines() > 0) {
            remarks.add(Counted.of(run.reading().longLines(), "line") + " of its log "
                    + (run.reading().longLines() == 1 ? "is too long" : "are too long"));
        }
        if (run.times().start().isEmpty()) {
            remarks.add("its log does not say when it started");
        }
        return remarks;
    }
}
