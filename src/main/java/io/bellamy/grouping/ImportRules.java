package io.bellamy.grouping;

import io.bellamy.eventlog.SparkRun;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the user says about an import, in import.yml.
 *
 * @param scaleOut what the scale-out is
 * @param runtime what the runtime is; where this is absent, that depends on the run
 * @param jobs which runs are one job
 * @param arguments which arguments count
 * @param machines which machine type runs had
 */
public record ImportRules(
        ScaleOutMeasure scaleOut,
        Optional<RuntimeMeasure> runtime,
        JobRules jobs,
        ArgumentRules arguments,
        List<MachineRule> machines) {

    /** What counts machines. */
    public enum ScaleOutMeasure {
        EXECUTORS,
        HOSTS,
        CORES;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** From where to where a run lasts. */
    public enum RuntimeMeasure {
        END_TO_END,
        JOB_TIME;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Says the machine type of runs.
     *
     * @param property that must match; any host must, where it is absent
     * @param pattern what must match as a whole
     * @param type of the machines
     */
    public record MachineRule(Optional<String> property, Pattern pattern, String type) {

        private boolean fits(RunFeatures run) {
            return property.map(name -> run.setting(name)
                            .filter(value -> pattern.matcher(value).matches())
                            .isPresent())
                    .orElseGet(() -> run.hosts().stream()
                            .anyMatch(host -> pattern.matcher(host).matches()));
        }
    }

    public ImportRules {
        machines = List.copyOf(machines);
    }

    /** What runs are grouped by. */
    public static RunFeatures features(SparkRun run) {
        return new RunFeatures(
                run.identity().name(),
                SubmittedProgram.of(run.settings(), run.identity().name()),
                run.settings(),
                run.hosts());
    }

    /** The job of a run; nothing where nothing says which it is. Names of jobs are shown, so no secret gets into one. */
    public Optional<JobKey> job(RunFeatures run) {
        SubmittedProgram shown = new SubmittedProgram(run.program().main(), safeArguments(run));
        return jobs.job(new RunFeatures(run.name(), shown, run.settings(), run.hosts()))
                .or(() -> LoggedJob.of(run));
    }

    /** The arguments of a run, without what looks like a secret. */
    public List<String> safeArguments(RunFeatures run) {
        return Secrets.hidden(run.program().arguments(), arguments.secret());
    }

    /** The machine type of a run, by the user's word or the log's. */
    public Optional<String> machineType(RunFeatures run) {
        return machines.stream()
                .filter(rule -> rule.fits(run))
                .map(MachineRule::type)
                .findFirst()
                .or(() -> run.setting("spark.databricks.workerNodeTypeId"))
                .or(() -> run.setting("spark.databricks.clusterUsageTags.clusterNodeType"));
    }

    /** Is it a session in which somebody tries things out, or one that several share? */
    public boolean isShared(RunFeatures run) {
        return run.name().map(LoggedJob::isGeneric).orElse(false)
                || run.settings().containsKey("spark.databricks.clusterUsageTags.clusterName");
    }
}
