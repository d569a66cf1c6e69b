package io.bellamy.problem;

/** Numbers of things in sentences. */
public final class Counted {

    private Counted() {}

    /** {@code 1 run}, {@code 2 runs}. */
    public static String of(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }
}
