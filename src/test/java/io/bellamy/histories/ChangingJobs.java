package io.bellamy.histories;

import static io.bellamy.histories.HistoryMaker.DAYS;
import static io.bellamy.histories.HistoryMaker.ETL;
import static io.bellamy.histories.HistoryMaker.SCALE_OUTS;
import static io.bellamy.histories.Machine.STANDARD;

import java.util.List;

/** Histories of jobs that change, for good or for a night. */
final class ChangingJobs {

    private static final int PAUSE = 21;
    private static final int HUNG_ON = 50;
    private static final double WHILE_IT_HUNG = 30;

    private ChangingJobs() {}

    /** Some jobs grow slower by 1 % a day, a release made others slower lately, the rest are steady. */
    static void drift(HistoryMaker maker) {
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

    /** One run of many hung: of one team before pretraining, of the other since. */
    static void hung(HistoryMaker maker) {
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

    /** Since pretraining, which saw no job change, a release made some slower. */
    static void released(HistoryMaker maker) {
        for (int i = 0; i < 9; i++) {
            Job job = maker.job(ETL, "nightly-" + i);
            String group = List.of("3 nights since", "8 nights since", "steady").get(i % 3);
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

    /** After weeks without a run, before pretraining or since, jobs ran again: slower, by chance or from now on, or as ever. */
    static void paused(HistoryMaker maker) {
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
}
