package io.bellamy.histories;

import io.bellamy.histories.History.Question;
import io.bellamy.histories.History.Run;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Lets jobs run and asks about them. Not thread-safe. */
final class HistoryMaker {

    static final List<Integer> SCALE_OUTS = List.of(4, 6, 8, 12, 16);

    /** The team of most jobs. */
    static final String ETL = "etl";

    /** As many nights most jobs ran before pretraining. */
    static final int DAYS = 60;

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);

    private final Law law;
    private final Noise noise;
    private final SplittableRandom random;
    private final List<Run> before = new ArrayList<>();
    private final List<Run> since = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();

    HistoryMaker(Law law, Noise noise, SplittableRandom random) {
        this.law = law;
        this.noise = noise;
        this.random = random;
    }

    SplittableRandom random() {
        return random;
    }

    Job job(String team, String name) {
        return Job.of(law, team, name, random);
    }

    /** A run that pretraining sees; the level is how many times its curve it takes. */
    void ran(int day, Job job, Machine machine, int machines, int megabytes, double level) {
        before.add(run(day, job, machine, machines, megabytes, level));
    }

    /** A run that became known after pretraining. */
    void ranSince(int day, Job job, Machine machine, int machines, int megabytes, double level) {
        since.add(run(day, job, machine, machines, megabytes, level));
    }

    private Run run(int day, Job job, Machine machine, int machines, int megabytes, double level) {
        double seconds =
                noise.times(job.scatter()).drawn(level * job.curve().seconds(machine, machines, megabytes), random);
        return new Run(FIRST_DAY.plusDays(day), job, machine, machines, megabytes, seconds);
    }

    void ask(String group, Job job, Machine machine, int megabytes, double level, List<Integer> scaleOuts) {
        List<Double> seconds = scaleOuts.stream()
                .map(machines -> level * job.curve().seconds(machine, machines, megabytes))
                .toList();
        questions.add(new Question(group, job, machine, megabytes, scaleOuts, seconds));
    }

    History made(String name) {
        return new History(name, List.copyOf(before), List.copyOf(since), List.copyOf(questions), noise);
    }
}
