package io.bellamy.service;

import io.bellamy.data.Dataset;
import io.bellamy.data.DatasetCatalog;
import io.bellamy.features.FeaturePipeline;
import io.bellamy.features.Property;
import io.bellamy.job.JobName;
import io.bellamy.job.Role;
import io.bellamy.job.Run;
import io.bellamy.job.ScaleOutRange;
import io.bellamy.prediction.UsualSize;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Quoted;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A request about a job as it usually is: in the context of its newest run, on the scale-outs that it ran on, and half and
 * twice beyond.
 *
 * @param job that it is about
 * @param newest the day of that run, where the data tell it
 * @param known the scale-outs that the job ran on
 * @param asked the scale-outs asked about
 * @param day on which the job is to run; where it is not given, the day after the newest run
 * @param essential the values of the context, by name; blank where the run has none
 * @param optional further values, by name
 * @param perMachine what a machine of the newest run has, by name, where those of other runs of its type have other amounts
 */
public record UsualRequest(
        JobName job,
        Optional<LocalDate> newest,
        ScaleOutRange known,
        ScaleOutRange asked,
        Optional<LocalDate> day,
        Map<String, String> essential,
        Map<String, String> optional,
        Map<String, String> perMachine) {

    /**
     * What is to be otherwise.
     *
     * @param properties values by name
     * @param scaleOuts those asked about
     * @param day on which the job is to run
     */
    public record Changes(Map<String, String> properties, Optional<ScaleOutRange> scaleOuts, Optional<LocalDate> day) {}

    public UsualRequest {
        essential = Collections.unmodifiableMap(new LinkedHashMap<>(essential));
        optional = Collections.unmodifiableMap(new LinkedHashMap<>(optional));
        perMachine = Collections.unmodifiableMap(new LinkedHashMap<>(perMachine));
    }

    /**
     * Looks at the runs of a job.
     *
     * @param datasets those of the workspace
     * @throws InvalidInputException if a property is to be changed that there is not
     * @throws io.bellamy.problem.NothingToWorkWithException if the job has no runs
     */
    public static UsualRequest of(Workspace workspace, DatasetCatalog datasets, JobName job, Changes changes) {
        checkNames(workspace.configuration().pipeline(), changes);
        return of(workspace, datasets.load(job.target(), job.algorithm()), job, changes);
    }

    /** Looks at runs that have been read. */
    static UsualRequest of(Workspace workspace, Dataset dataset, JobName job) {
        return of(workspace, dataset, job, new Changes(Map.of(), Optional.empty(), Optional.empty()));
    }

    private static UsualRequest of(Workspace workspace, Dataset dataset, JobName job, Changes changes) {
        FeaturePipeline pipeline = workspace.configuration().pipeline();
        Run newest = newest(dataset.runs());
        Map<String, String> essential = new LinkedHashMap<>();
        for (String name : pipeline.essentialNames()) {
            essential.put(name, changes.properties().getOrDefault(name, newest.essential(name)));
        }
        Map<String, String> optional = new LinkedHashMap<>();
        pipeline.optional().stream()
                .map(Property::name)
                .filter(changes.properties()::containsKey)
                .forEach(name -> optional.put(name, changes.properties().get(name)));
        ScaleOutRange known = known(dataset.runs());
        return new UsualRequest(
                job,
                newest.measured(),
                known,
                changes.scaleOuts().orElseGet(() -> beyond(known)),
                changes.day(),
                essential,
                optional,
                perMachine(dataset, pipeline, newest, changes));
    }

    /** Of another machine type the newest run tells nothing, and what is to be otherwise is not its own. */
    private static Map<String, String> perMachine(
            Dataset dataset, FeaturePipeline pipeline, Run newest, Changes changes) {
        Map<String, String> changed = changes.properties();
        boolean elsewhere = dataset.definitions()
                .withRole(Role.MACHINE_TYPE)
                .filter(name -> changed.containsKey(name)
                        && !dataset.definitions().same(name, changed.get(name), newest.essential(name)))
                .isPresent();
        if (elsewhere) {
            return Map.of();
        }
        Map<String, String> perMachine = new LinkedHashMap<>(UsualSize.leftOpen(newest, dataset, pipeline));
        perMachine.keySet().removeAll(changed.keySet());
        return perMachine;
    }

    private static void checkNames(FeaturePipeline pipeline, Changes changes) {
        TreeSet<String> unknown = new TreeSet<>(changes.properties().keySet());
        unknown.removeAll(pipeline.names());
        if (!unknown.isEmpty()) {
            throw new InvalidInputException("there is no property " + Quoted.plain(String.join(", ", unknown))
                    + "; there are " + String.join(", ", pipeline.names()));
        }
    }

    /** Of those of one day the last one in the file. */
    private static Run newest(List<Run> runs) {
        Comparator<Run> byDay = Comparator.comparing(run -> run.measured().orElse(LocalDate.MIN));
        return runs.stream()
                .reduce((one, other) -> byDay.compare(other, one) >= 0 ? other : one)
                .orElseThrow();
    }

    /** The scale-outs from the least to the most of some runs; where these are too many, those around the newest run's. */
    static ScaleOutRange known(List<Run> runs) {
        int least = runs.stream().mapToInt(Run::scaleOut).min().orElseThrow();
        int most = runs.stream().mapToInt(Run::scaleOut).max().orElseThrow();
        int first = within(newest(runs).scaleOut() - ScaleOutRange.LARGEST / 2, least, lastFirst(least, most));
        return range(first, most);
    }

    /** Half of the least and twice the most as well; where these are too many, all that are known and what lies above. */
    static ScaleOutRange beyond(ScaleOutRange known) {
        int most = 2 * known.most();
        int least = (known.least() + 1) / 2;
        return range(within(lastFirst(least, most), least, known.least()), most);
    }

    /** Where a range of some scale-outs may begin at the latest, and yet be as long as it may be. */
    private static int lastFirst(int least, int most) {
        return Math.max(least, most - ScaleOutRange.LARGEST + 1);
    }

    private static int within(int value, int least, int most) {
        return Math.max(least, Math.min(most, value));
    }

    private static ScaleOutRange range(int first, int most) {
        return new ScaleOutRange(first, Math.min(most, first + ScaleOutRange.LARGEST - 1));
    }
}
