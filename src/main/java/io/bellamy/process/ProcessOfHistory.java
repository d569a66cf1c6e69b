package io.bellamy.process;

import io.bellamy.adaptation.RuntimeDistribution.Component;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Run;
import io.bellamy.model.LevelChange;
import io.bellamy.numerics.Remembered;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A process that knows a history. Where that is long, what is asked about a job is answered from the runs most alike: those of
 * the job itself, the newest first, and of others in the order of how alike they are. Safe for several threads.
 */
public final class ProcessOfHistory {

    /** So many cells are looked at: the time grows with their number's cube. */
    private static final int MOST_CELLS = 400;

    /** Of these the job's own may be so many. */
    private static final int MOST_OWN = 200;

    /** So many jobs are remembered with what is around them, which takes 1.3 MB each where the history is long. */
    private static final int MOST_SURROUNDINGS = 100;

    private static final int MOST_CHANGES = 1000;

    /** Schedulers ask about the same again. */
    private static final int MOST_ANSWERS = 5000;

    private final RunProcess process;
    private final RunKernel kernel;
    private final ScatteredRuns scattered;
    private final List<Cell> cells;
    private final double today;
    private final Remembered<List<String>, Surroundings> known = new Remembered<>(MOST_SURROUNDINGS);
    private final Remembered<List<String>, ProcessForecast> forecasts = new Remembered<>(MOST_SURROUNDINGS);
    private final Remembered<RunPlace, List<Component>> answers = new Remembered<>(MOST_ANSWERS);
    private final Remembered<List<String>, Optional<LevelChange>> changes = new Remembered<>(MOST_CHANGES);

    /**
     * Takes in a history.
     *
     * @param history all runs known, possibly none
     */
    public ProcessOfHistory(RunProcess process, List<Run> history) {
        this.process = process;
        this.kernel = process.kernel();
        this.scattered = new ScatteredRuns(process.scatter());
        List<Cell> own = Cells.of(history, process.columns(), process.relevances());
        this.cells = new ArrayList<>(own);
        process.companions().forEach(cell -> cells.add(cell.cell(process.relevances())));
        cells.replaceAll(
                cell -> cell.ofNoise(process.noises().factor(cell.place().texts())));
        this.today = own.stream()
                        .mapToDouble(cell -> cell.place().day())
                        .filter(day -> !Double.isNaN(day))
                        .max()
                        .orElse(Double.NaN)
                + 1;
    }

    /**
     * What is known around a job that is asked about. It depends on the texts of the job alone, and not on what was asked before.
     *
     * @param more further runs, which are not in the history
     * @throws ArithmeticException if it can't be done with these numbers
     */
    public ProcessForecast around(PropertyValues properties, List<Run> more) {
        List<String> job = job(properties);
        if (more.isEmpty()) {
            return forecasts.of(job, texts -> {
                RunPlace typical = typical(texts);
                return new ProcessForecast(this, surroundings(typical), typical, List.of());
            });
        }
        RunPlace typical = typical(job);
        List<Cell> further = Cells.of(more, process.columns(), process.relevances()).stream()
                .map(cell -> Double.isNaN(cell.place().day()) ? cell.on(today) : cell)
                .map(cell -> cell.ofNoise(process.noises().factor(job)))
                .toList();
        if (more.size() > ProcessForecast.MOST_MORE) {
            List<Cell> all = new ArrayList<>(cells);
            all.addAll(further);
            return new ProcessForecast(this, surroundings(typical, all), typical, List.of());
        }
        return new ProcessForecast(this, surroundings(typical), typical, further);
    }

    /**
     * Whether a job takes longer than it did, or less long. What else is asked about does not matter to that: of two days all but
     * what depends on time is the same.
     *
     * @param job its texts
     */
    Optional<LevelChange> change(List<String> job) {
        return changes.of(job, texts -> {
            RunPlace typical = typical(texts);
            return new LevelHistory(surroundings(typical), typical).change();
        });
    }

    /** What was said of a place, where nothing but the history is known. */
    List<Component> answer(RunPlace place, Function<RunPlace, List<Component>> computing) {
        return answers.of(place, computing);
    }

    private Surroundings surroundings(RunPlace typical) {
        // where all cells are looked at, they are the same for all jobs
        List<String> job = cells.size() <= MOST_CELLS ? List.of() : typical.texts();
        return known.of(job, texts -> surroundings(typical, cells));
    }

    /** A run of a job today whose numbers are the means of pretraining. */
    private RunPlace typical(List<String> texts) {
        double[] means = new double[process.columns().numbers().size()];
        return new RunPlace(means, texts, today, process.relevances().of(texts));
    }

    private Surroundings surroundings(RunPlace typical, List<Cell> all) {
        return new Surroundings(process, kernel, all.size() <= MOST_CELLS ? all : alike(typical, all));
    }

    private List<Cell> alike(RunPlace typical, List<Cell> all) {
        Map<List<String>, List<Cell>> jobs = Cells.byJob(all);
        List<Cell> chosen = new ArrayList<>(
                Cells.some(jobs.getOrDefault(typical.texts(), List.of()), jobs.size() == 1 ? MOST_CELLS : MOST_OWN));
        jobs.remove(typical.texts());
        List<List<Cell>> others = jobs.values().stream()
                .sorted(Comparator.comparingDouble((List<Cell> job) -> -likeness(typical, job)))
                .toList();
        int left = MOST_CELLS - chosen.size();
        for (int i = 0; i < others.size() && left > 0; i++) {
            // the more alike, the larger its part
            List<Cell> own = Cells.some(others.get(i), Math.max(1, left / 3));
            chosen.addAll(own);
            left -= own.size();
        }
        return chosen;
    }

    private double likeness(RunPlace typical, List<Cell> job) {
        return kernel.covariance(typical, Cells.some(job, 1).get(0).place());
    }

    /** The texts that make a job, of a run. */
    public List<String> job(PropertyValues properties) {
        return process.columns().texts(properties);
    }

    RunPlace asked(PlannedRun run) {
        OptionalDouble day = process.columns().days().isPresent() && !Double.isNaN(today)
                ? OptionalDouble.of(ProcessColumns.day(run.day()).orElse(today))
                : OptionalDouble.empty();
        return process.columns().place(run.scaleOut(), run.properties(), day, process.relevances());
    }

    RunProcess process() {
        return process;
    }

    RunKernel kernel() {
        return kernel;
    }

    /** How the runs of a job scatter. */
    ScatteredRuns scattered(List<String> job) {
        RunScatter own = process.noises().of(job, process.scatter());
        return own.equals(process.scatter()) ? scattered : new ScatteredRuns(own);
    }
}
