package io.bellamy.problem;

/** Numbers of things in sentences. */
public final class Counted {

    private Counted() {}

    /** {@code 1 run}, {@code 2 runs}. */
    public static String of(long number, String one) {
        return number + " " + noun((double) number, one);
    }

    /** {@code run} after 1, {@code runs} after any other number. */
    public static String noun(double number, String one) {
        return number == 1 ? one : one + "s";
    }
}
