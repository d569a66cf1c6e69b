package io.bellamy.adaptation;

/** What the numbers of a prior must be, since it may come from a file. */
public final class Sensible {

    private Sensible() {}

    /**
     * Refuses what is not at least 0.
     *
     * @throws IllegalArgumentException if it is negative, infinite or no number
     */
    public static void requireNotNegative(String what, double number) {
        if (!(number >= 0) || Double.isInfinite(number)) {
            throw new IllegalArgumentException(what + " " + number + " must be a finite number of at least 0");
        }
    }

    /**
     * Refuses what is not above 0.
     *
     * @throws IllegalArgumentException if it is 0, negative, infinite or no number
     */
    public static void requirePositive(String what, double number) {
        if (!(number > 0) || Double.isInfinite(number)) {
            throw new IllegalArgumentException(what + " " + number + " must be a positive number");
        }
    }

    /**
     * Refuses what is no share.
     *
     * @throws IllegalArgumentException if it is not from 0 to below 1
     */
    public static void requireShare(String what, double number) {
        if (!(number >= 0 && number < 1)) {
            throw new IllegalArgumentException(what + " " + number + " must be from 0 to below 1");
        }
    }

    /**
     * Refuses numbers that do not increase.
     *
     * @throws IllegalArgumentException if one is not above the one before
     */
    public static void requireIncreasing(String what, double[] numbers) {
        for (int i = 1; i < numbers.length; i++) {
            if (!(numbers[i] > numbers[i - 1])) {
                throw new IllegalArgumentException(
                        what + " must increase, but " + numbers[i] + " follows " + numbers[i - 1]);
            }
        }
    }
}
