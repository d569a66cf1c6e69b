package io.bellamy.training;

import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** Fisher-Yates, for any source of random numbers. */
final class Shuffling {

    private Shuffling() {}

    static void shuffle(List<?> list, RandomGenerator random) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, random.nextInt(i + 1));
        }
    }

    /** As a list of the same numbers. */
    static void shuffle(int[] numbers, RandomGenerator random) {
        for (int i = numbers.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = numbers[i];
            numbers[i] = numbers[other];
            numbers[other] = swapped;
        }
    }
}
