package io.bellamy.histories;

import static io.bellamy.histories.HistoryMaker.SCALE_OUTS;
import static io.bellamy.histories.Machine.STANDARD;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** What goes on in a history. */
enum Kind {
    /** Every night other data, mostly on as many machines; jobs that are new. */
    DAILY(false) {
        @Override
        void make(HistoryMaker maker) {
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
    },
    /** Some jobs grow slower by 1 % a day, a release made others slower lately, the rest are steady. */
    DRIFT(false) {
        @Override
        void make(HistoryMaker maker) {
            for (int i = 0; i < 12; i++) {
                Job job = maker.job(ETL, "table-" + i);
                int size = (int) Math.round(job.megabytes());
                int release = DAYS - maker.random().nextInt(5, 11);
                double slower = maker.random().nextDouble(1.25, 1.6);
                String group = List.of("1 % a day", "release", "steady").get(i % 3);
                for (int day = 0; day <= DAYS; day++) {
                    double level =
                            switch (group) {
                                case "1 % a day" -> Math.pow(1.01, day);
                                case "release" -> day < release ? 1 : slower;
                                default -> 1;
                            };
                    if (day < DAYS) {
                        maker.ran(day, job, STANDARD, job.machines(maker.random()), size, level);
                    } else {
                        maker.ask(group, job, STANDARD, size, level, SCALE_OUTS);
                    }
                }
            }
        }
    },
    /** Half of the runs have executors of half a machine. */
    EXECUTORS(false) {
        @Override
        void make(HistoryMaker maker) {
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
    },
    /** Teams with two jobs each and few runs of these. */
    FEW(false) {
        @Override
        void make(HistoryMaker maker) {
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
    },
    /** Jobs on four types of machines, asked about a type without a run and one with a run of each job. */
    MACHINES(false) {
        @Override
        void make(HistoryMaker maker) {
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
    },
    /** Some runs take a multiple of what the others take. */
    STRAGGLERS(true) {
        @Override
        void make(HistoryMaker maker) {
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
    },
    /** One run of many hung: of one team before pretraining, of the other since. */
    HUNG(false) {
        @Override
        void make(HistoryMaker maker) {
            for (int i = 0; i < 6; i++) {
                boolean before = i < 3;
                Job job = maker.job(before ? "hung-before" : "hung-since", "nightly-" + i);
                List<Integer> sizes = job.sizes(DAYS + 1, maker.random());
                for (int day = 0; day < DAYS; day++) {
                    double level = before && i == 0 && day == HUNG_ON ? WHILE_IT_HUNG : 1;
                    maker.ran(day, job, STANDARD, job.machines(maker.random()), sizes.get(day), level);
                }
                if (!before) {
                    double level = i == 3 ? WHILE_IT_HUNG : 1;
                    maker.ranSince(DAYS, job, STANDARD, job.usual(), sizes.get(DAYS), level);
                }
                maker.ask(before ? "before" : "since", job, STANDARD, sizes.get(DAYS), 1, SCALE_OUTS);
            }
        }
    },
    /** Since pretraining, which saw no job change, a release made some slower. */
    RELEASED(false) {
        @Override
        void make(HistoryMaker maker) {
            for (int i = 0; i < 9; i++) {
                Job job = maker.job(ETL, "nightly-" + i);
                String group =
                        List.of("3 nights since", "8 nights since", "steady").get(i % 3);
                double slower = group.equals("steady") ? 1 : maker.random().nextDouble(1.25, 1.6);
                int nights = group.equals("3 nights since") ? 3 : 8;
                List<Integer> sizes = job.sizes(DAYS + nights + 1, maker.random());
                for (int day = 0; day < DAYS; day++) {
                    maker.ran(day, job, STANDARD, job.machines(maker.random()), sizes.get(day), 1);
                }
                for (int day = DAYS; day < DAYS + nights; day++) {
                    maker.ranSince(day, job, STANDARD, job.machines(maker.random()), sizes.get(day), slower);
                }
                maker.ask(group, job, STANDARD, sizes.get(DAYS + nights), slower, SCALE_OUTS);
            }
        }
    },
    /** After weeks without a run, before pretraining or since, jobs ran again: slower, by chance or from now on, or as ever. */
    PAUSED(false) {
        @Override
        void make(HistoryMaker maker) {
            for (int i = 0; i < 12; i++) {
                Job job = maker.job(ETL, "nightly-" + i);
                int nights = i % 4 < 2 ? 1 : 2;
                double slower = i % 4 == 1 ? 1 : maker.random().nextDouble(1.25, 2);
                List<Integer> sizes = job.sizes(DAYS + nights + 1, maker.random());
                for (int day = 0; day < DAYS; day++) {
                    maker.ran(day, job, STANDARD, job.machines(maker.random()), sizes.get(day), 1);
                }
                for (int day = DAYS; day < DAYS + nights; day++) {
                    if (i < 6) {
                        maker.ran(PAUSE + day, job, STANDARD, job.usual(), sizes.get(day), slower);
                    } else {
                        maker.ranSince(PAUSE + day, job, STANDARD, job.usual(), sizes.get(day), slower);
                    }
                }
                int size = sizes.get(DAYS + nights);
                if (slower == 1) {
                    maker.ask("1 usual night", job, STANDARD, size, 1, SCALE_OUTS);
                } else {
                    String group = nights == 1 ? "1 slow night" : "2 slow nights";
                    maker.ask(group + " by chance", job, STANDARD, size, 1, SCALE_OUTS);
                    maker.ask(group + " of many", job, STANDARD, size, slower, SCALE_OUTS);
                }
            }
        }
    };

    private static final String ETL = "etl";
    private static final int DAYS = 60;
    private static final int PAUSE = 21;
    private static final int HUNG_ON = 50;
    private static final double WHILE_IT_HUNG = 30;
    private static final List<Machine> KNOWN = List.of(
            STANDARD,
            new Machine("standard-4", 4, 16_000, 1),
            new Machine("compute-8", 8, 16_000, 1.15),
            new Machine("memory-8", 8, 64_000, 0.95));
    private static final Machine UNSEEN = new Machine("arm-8", 8, 32_000, 1.06);
    private static final Machine UNSEEN_BUT_ONCE = new Machine("burst-8", 8, 32_000, 0.9);

    private final boolean hasStragglers;

    Kind(boolean hasStragglers) {
        this.hasStragglers = hasStragglers;
    }

    abstract void make(HistoryMaker maker);

    History history(Law law, long seed) {
        SplittableRandom random =
                new SplittableRandom(31 * (31 * seed + law.name().hashCode()) + name().hashCode());
        Noise noise = hasStragglers ? law.noise() : law.noise().withoutStragglers();
        HistoryMaker maker = new HistoryMaker(law, noise, random);
        make(maker);
        return maker.made(toString());
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

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
