package io.bellamy.autoencoder;

import java.util.Arrays;

/** Numbers ids from 0 in the order in which they come. */
final class Numbering {

    private final int[] local;
    private final int[] global;
    private int count;

    /** For ids below a limit. */
    Numbering(int limit, int most) {
        local = new int[limit];
        global = new int[most];
        Arrays.fill(local, -1);
    }

    void clear() {
        for (int i = 0; i < count; i++) {
            local[global[i]] = -1;
        }
        count = 0;
    }

    int number(int id) {
        if (local[id] < 0) {
            local[id] = count;
            global[count++] = id;
        }
        return local[id];
    }

    int count() {
        return count;
    }

    int id(int number) {
        return global[number];
    }
}
