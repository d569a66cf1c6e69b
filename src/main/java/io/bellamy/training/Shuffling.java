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
}
