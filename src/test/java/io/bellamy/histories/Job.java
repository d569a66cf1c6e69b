package io.bellamy.histories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A job that runs again and again.
 *
 * @param team whose it is: the algorithm
 * @param name its arguments
 * @param curve how long it takes
 * @param usual on how many machines it mostly runs
 * @param megabytes about how much data it has
 * @param scatter how many times as far as most its runs scatter
 */
record Job(String team, String name, Curve curve, int usual, double megabytes, double scatter) {

    private static final List<Integer> SCALE_OUTS = List.of(4, 6, 8, 12, 16);
    private static final List<Integer> USUAL = List.of(6, 8, 12);
    private static final int WEEK = 7;
    private static final double SWING = 0.15; // of a weekday, in the logarithm
    private static final double STEP = 0.08; // of a day
    private static final double RETURN = 0.9; // what remains of a deviation the day after
    private static final double LEAST = 30_000;
    private static final double MOST = 400_000;
    private static final double MOSTLY = 0.8;

    static Job of(Law law, String team, String name, SplittableRandom random) {
        double megabytes = LEAST * Math.pow(MOST / LEAST, random.nextDouble());
        return new Job(team, name, law.job(random), USUAL.get(random.nextInt(USUAL.size())), megabytes, 1);
    }

    /** The same, less steady than most or more. */
    Job scattering(double times) {
        return new Job(team, name, curve, usual, megabytes, times);
    }

    /** The data of as many days: weekdays differ, and what a day has more the next one mostly has too. */
    List<Integer> sizes(int days, SplittableRandom random) {
        double[] weekdays = new double[WEEK];
        Arrays.setAll(weekdays, day -> SWING * random.nextGaussian());
        List<Integer> sizes = new ArrayList<>();
        double level = 0;
        for (int day = 0; day < days; day++) {
            level = RETURN * level + STEP * random.nextGaussian();
            sizes.add((int) Math.round(megabytes * Math.exp(level + weekdays[day % WEEK])));
        }
        return sizes;
    }

    /** Mostly the usual one. */
    int machines(SplittableRandom random) {
        return random.nextDouble() < MOSTLY ? usual : SCALE_OUTS.get(random.nextInt(SCALE_OUTS.size()));
    }
}
