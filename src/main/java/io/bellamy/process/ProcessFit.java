package io.bellamy.process;

import io.bellamy.features.FeaturePipeline;
import io.bellamy.job.Companions;
import io.bellamy.job.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * Learns a process from the runs of pretraining: which parameters explain them best, of which jobs the level changes with time,
 * and whether there are stragglers, in turn.
 */
public final class ProcessFit {

    /** What stopped runs would have taken is guessed the better, the more is learned. */
    private static final int MORE_ROUNDS = 3;

    /** The variance of a median of which nothing is known, ln seconds. */
    private static final double UNKNOWN = 10;

    /**
     * What was learned.
     *
     * @param process what is kept
     * @param jobs those of pretraining, each as all others see it; none where there is no other
     * @param leftOut what all other configurations say of each; none where there is no other
     */
    public record FittedProcess(RunProcess process, List<LeftOutJob> jobs, List<UnseenRuns> leftOut) {

        public FittedProcess {
            jobs = List.copyOf(jobs);
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * The runs of a configuration as all others see it.
     *
     * @param runs at least one, some of which may have been stopped
     * @param logRuntime what the others say, ln seconds
     */
    public record UnseenRuns(List<Run> runs, double logRuntime) {

        public UnseenRuns {
            runs = List.copyOf(runs);
        }
    }

    private final ProcessColumns columns;
    private final Terms terms;
    private final double mean;
    private final int own;
    private final int beside;
    private List<Cell> cells;
    private double[] parameters;
    private Relevances relevances = Relevances.ALIKE;
    private JobNoises noises = JobNoises.ALIKE;
    private RunScatter scatter;
    private List<CellMean> measured;
    private LevelSteps steps = LevelSteps.NONE;

    /** ln seconds of the runs of each cell, above what is believed of its place. */
    private List<List<Double>> runs;

    private ProcessFit(ProcessColumns columns, ChosenCells chosen) {
        this.own = chosen.finished().size();
        this.beside = own + chosen.stopped().size();
        this.columns = columns;
        this.terms = new Terms(columns);
        this.cells = chosen.all();
        this.mean = new Median()
                .evaluate(cells.stream()
                        .flatMap(cell -> cell.logs().stream())
                        .mapToDouble(Double::doubleValue)
                        .toArray());
        this.runs = CompletedCells.atLimits(cells);
        this.measured = runs.stream().map(own -> CellMean.median(own, mean)).toList();
        this.parameters = evidence().believed();
        this.scatter = new RunScatter(deviation(), 0, 0, 0, 0, 0);
        repetitions();
        if (columns.days().isPresent()) {
            this.steps = new FirstSteps(evidence(), cells, mean, scatter).from(parameters);
        }
        this.measured = FirstLook.at(evidence(), parameters);
    }

    /** What a few new runs tell nobody knows before there are more of them: nothing is learned of these. */
    private static ProcessFit ofDecided(ProcessColumns columns, ChosenCells chosen) {
        ProcessFit fit = new ProcessFit(columns, chosen);
        List<PossibleStep> possible = columns.days().isEmpty()
                ? List.of()
                : new FirstNewest(fit.evidence(), fit.cells, fit.mean, fit.scatter)
                        .possible(fit.evidence().believed());
        return possible.isEmpty() ? fit : new ProcessFit(columns, chosen.without(possible));
    }

    /** Repetitions tell of stragglers before anything else is known. */
    private void repetitions() {
        double[] unknown = new double[cells.size()];
        Arrays.fill(unknown, UNKNOWN);
        CellViews views = new CellViews(runs, new double[cells.size()], unknown, mean);
        new StragglerSearch(views).fromRepetitions().ifPresent(found -> {
            scatter = found;
            measured = views.measured(found);
        });
    }

    private double deviation() {
        return Math.exp(parameters[parameters.length - 1] / 2);
    }

    /** What cells tell, each as sure as the runs of its job are. */
    private Evidence evidence() {
        List<CellMean> told = IntStream.range(0, cells.size())
                .mapToObj(cell -> measured.get(cell).times(cells.get(cell).noise()))
                .toList();
        return new Evidence(columns, terms, cells.stream().map(Cell::place).toList(), told, steps);
    }

    /**
     * Learns.
     *
     * @param runs of pretraining, which came to their end
     * @param companions what else is known
     * @return nothing where there are none
     */
    public static Optional<FittedProcess> of(FeaturePipeline pipeline, List<Run> runs, Companions companions) {
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        ProcessColumns columns = ColumnsFit.of(pipeline, runs, companions);
        ProcessFit fit = ofDecided(columns, ChosenCells.of(columns, runs, companions));
        int rounds = ParameterClimb.ROUNDS + (CompletedCells.anyStopped(fit.cells) ? MORE_ROUNDS : 0);
        for (int round = 0; round < rounds; round++) {
            fit.round(round);
        }
        return Optional.of(fit.fitted());
    }

    private FittedProcess fitted() {
        Evidence evidence = evidence();
        Map<List<String>, List<Integer>> jobs = Cells.numbersByJob(cells.subList(0, own));
        RunProcess process = new RunProcess(
                columns,
                Arrays.stream(parameters, 0, terms.parameters()).boxed().toList(),
                mean,
                scatter,
                relevances,
                noises,
                cells.subList(beside, cells.size()).stream().map(StoredCell::of).toList(),
                new HeldOutFit(evidence, parameters).of(jobs));
        OthersOpinion others = new OthersOpinion(evidence, parameters);
        List<LeftOutJob> leftOut = new ArrayList<>();
        if (jobs.size() > 1) {
            jobs.forEach((texts, job) -> LeftOutJob.of(
                            process, cells, job, stopped(texts), others.together(), evidence.measured())
                    .ifPresent(leftOut::add));
        }
        return new FittedProcess(process, leftOut, leftOut(others));
    }

    /** The numbers of the cells of a job of which all runs were stopped. */
    private List<Integer> stopped(List<String> job) {
        return IntStream.range(own, beside)
                .filter(cell -> cells.get(cell).place().texts().equals(job))
                .boxed()
                .toList();
    }

    private List<UnseenRuns> leftOut(OthersOpinion others) {
        List<UnseenRuns> all = new ArrayList<>();
        for (int i = 0; i < own && cells.size() > 1; i++) {
            Cell cell = cells.get(i);
            all.add(new UnseenRuns(cell.runs(), mean + columns.believed(cell.place()) + others.mean(i)));
        }
        return all;
    }

    private void round(int round) {
        RunScatter before = scatter;
        parameters = new ParameterClimb(evidence(), terms).from(parameters, Math.min(round, ParameterClimb.ROUNDS - 1));
        if (columns.days().isPresent()) {
            Evidence evidence = evidence();
            relevances =
                    new RelevanceSearch(cells, evidence.together(parameters), evidence.kernel(parameters)).relevances();
            cells = cells.stream()
                    .map(cell -> cell.with(relevances.of(cell.place().texts())))
                    .toList();
        }
        OthersOpinion others = new OthersOpinion(evidence(), parameters);
        scatter = scatter.with(deviation(), freedom(others));
        // the runs of a job that is less steady than others are no stragglers, and stragglers do not make a job
        // unsteady
        scattering(new JobNoiseFit(others, cells).noises());
        CellViews views = others.views(cells, runs, mean);
        if (CompletedCells.anyStopped(cells)) {
            runs = CompletedCells.of(cells, views, mean, scatter);
            views = others.views(cells, runs, mean);
        }
        StragglerSearch.FoundScatter found = new StragglerSearch(views).from(scatter, round == 0);
        scatter = found.scatter();
        measured = found.views().measured(scatter);
        if (before.share() == 0 && scatter.share() > 0) {
            // what was learned while stragglers were taken for usual runs is no good start
            scattering(JobNoises.ALIKE);
            parameters = evidence().believed();
        }
        parameters[parameters.length - 1] = 2 * Math.log(scatter.deviation());
    }

    private void scattering(JobNoises ofJobs) {
        noises = ofJobs;
        cells = cells.stream()
                .map(cell -> cell.ofNoise(ofJobs.factor(cell.place().texts())))
                .toList();
    }

    /** How many runs tell of the deviation. */
    private double freedom(OthersOpinion others) {
        double freedom = 0;
        for (int i = 0; i < cells.size(); i++) {
            freedom += cells.get(i).logs().isEmpty() ? 0 : others.freedom(i);
        }
        return freedom;
    }
}
