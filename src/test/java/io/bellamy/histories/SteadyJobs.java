package io.bellamy.histories;

import static io.bellamy.histories.HistoryMaker.DAYS;
import static io.bellamy.histories.HistoryMaker.ETL;
import static io.bellamy.histories.HistoryMaker.SCALE_OUTS;
import static io.bellamy.histories.Machine.STANDARD;

import java.util.List;
import java.util.SplittableRandom;

/** Histories of jobs that stay as they are. */
final class SteadyJobs {

    private static final List<Machine> KNOWN = List.of(
            STANDARD,
            new Machine("standard-4", 4, 16_000, 1),
            new Machine("compute-8", 8, 16_000, 1.15),
            new Machine("memory-8", 8, 64_000, 0.95));
    private static final Machine UNSEEN = new Machine("arm-8", 8, 32_000, 1.06);
    private static final Machine UNSEEN_BUT_ONCE = new Machine("burst-8", 8, 32_000, 0.9);

    /** How many times as far as most the runs of jobs scatter. */
    private static final double[] UNLIKE = {0.3, 1, 4};

    private SteadyJobs() {}

    /** Every night other data, mostly on as many machines; jobs that are new. */
    static void daily(HistoryMaker maker) {
        for (int i = 0; i < 6; i++) {
            Job job = maker.job(ETL, "nightly-" + i);
            List<Integer> sizes = job.sizes(DAYS + 1, maker.random());
            for (int day = 0; day < DAYS; day++) {
                maker.ran(day, job, STANDARD, job.machines(maker.random()), sizes.get(day), 1);
            }
            for (double factor : new double[] {1, 1.5, 2.5}) {
                int size = (int) Math.round(factor * sizes.get(DAYS));
                maker.ask("size x " + factor, job, STANDARD, size, 1, SCALE_OUTS);
            }
        }
        newJobs(maker, 8, 5, "new job 5 runs");
        newJobs(maker, 8, 1, "new job 1 run");
        newJobs(maker, 10, 0, "new job 0 runs");
    }

    /** Half of the runs have executors of half a machine. */
    static void executors(HistoryMaker maker) {
        for (int i = 0; i < 6; i++) {
            Job job = maker.job(ETL, "table-" + i);
            int size = (int) Math.round(job.megabytes());
            for (int day = 0; day < DAYS; day++) {
                Machine machine = maker.random().nextBoolean() ? STANDARD : STANDARD.half();
                maker.ran(day, job, machine, anyOf(SCALE_OUTS, maker.random()), size, 1);
            }
            maker.ask("whole machines", job, STANDARD, size, 1, SCALE_OUTS);
            maker.ask("half machines", job, STANDARD.half(), size, 1, SCALE_OUTS);
        }
    }

    /** Teams with two jobs each and few runs of these. */
    static void few(HistoryMaker maker) {
        for (int i = 0; i < 16; i++) {
            Job job = maker.job("team-" + i / 2, i % 2 == 0 ? "first" : "second");
            List<Integer> sizes = job.sizes(7, maker.random());
            for (int day = 0; day < 6; day++) {
                int machines = day < 2 ? List.of(4, 12).get(day) : job.machines(maker.random());
                maker.ran(day, job, STANDARD, machines, sizes.get(day), 1);
            }
            maker.ask("within", job, STANDARD, sizes.get(6), 1, List.of(4, 6, 8, 10, 12));
            maker.ask("beyond", job, STANDARD, sizes.get(6), 1, List.of(16, 20, 24));
        }
    }

    /** Jobs on four types of machines, asked about a type without a run and one with a run of each job. */
    static void machines(HistoryMaker maker) {
        for (int i = 0; i < 6; i++) {
            Job job = maker.job(ETL, "nightly-" + i);
            List<Integer> sizes = job.sizes(DAYS + 2, maker.random());
            for (int day = 0; day < DAYS; day++) {
                Machine machine = anyOf(KNOWN, maker.random());
                maker.ran(day, job, machine, job.machines(maker.random()), sizes.get(day), 1);
            }
            maker.ranSince(DAYS, job, UNSEEN_BUT_ONCE, job.usual(), sizes.get(DAYS), 1);
            int size = sizes.get(DAYS + 1);
            maker.ask("known types", job, anyOf(KNOWN, maker.random()), size, 1, SCALE_OUTS);
            maker.ask("unseen type 0 runs", job, UNSEEN, size, 1, SCALE_OUTS);
            maker.ask("unseen type 1 run", job, UNSEEN_BUT_ONCE, size, 1, SCALE_OUTS);
        }
    }

    /** Some runs take a multiple of what the others take. */
    static void stragglers(HistoryMaker maker) {
        for (int i = 0; i < 16; i++) {
            boolean known = i < 8;
            Job job = maker.job(ETL, (known ? "known-" : "new-") + i);
            int size = (int) Math.round(job.megabytes());
            for (int day = 0; day < (known ? 24 : 4); day++) {
                int machines = job.machines(maker.random());
                if (known) {
                    maker.ran(day, job, STANDARD, machines, size, 1);
                } else {
                    maker.ranSince(24 + day, job, STANDARD, machines, size, 1);
                }
            }
            maker.ask(known ? "known" : "new job 4 runs", job, STANDARD, size, 1, SCALE_OUTS);
        }
    }

    /** Some jobs are steadier than others. */
    static void unlike(HistoryMaker maker) {
        List<String> groups = List.of("steady", "usual", "unsteady");
        for (int i = 0; i < 18; i++) {
            boolean known = i < 12;
            Job job = maker.job(ETL, (known ? "nightly-" : "new-") + i).scattering(UNLIKE[i % UNLIKE.length]);
            int days = known ? DAYS : 5;
            List<Integer> sizes = job.sizes(days + 1, maker.random());
            for (int day = 0; day < days; day++) {
                int machines = job.machines(maker.random());
                if (known) {
                    maker.ran(day, job, STANDARD, machines, sizes.get(day), 1);
                } else {
                    maker.ranSince(DAYS + day, job, STANDARD, machines, sizes.get(day), 1);
                }
            }
            String group = known ? groups.get(i % groups.size()) : "new job 5 runs";
            maker.ask(group, job, STANDARD, sizes.get(days), 1, SCALE_OUTS);
        }
    }

    private static void newJobs(HistoryMaker maker, int jobs, int runs, String group) {
        for (int i = 0; i < jobs; i++) {
            Job job = maker.job(ETL, "new-" + runs + "-" + i);
            List<Integer> sizes = job.sizes(runs + 1, maker.random());
            for (int day = 0; day < runs; day++) {
                maker.ranSince(DAYS + day, job, STANDARD, job.machines(maker.random()), sizes.get(day), 1);
            }
            maker.ask(group, job, STANDARD, sizes.get(runs), 1, SCALE_OUTS);
        }
    }

    private static <T> T anyOf(List<T> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }
}
