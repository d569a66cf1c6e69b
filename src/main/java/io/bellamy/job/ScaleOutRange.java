package io.bellamy.job;

import java.util.stream.IntStream;

/** The numbers of machines that a request asks about, both ends included. */
public record ScaleOutRange(int least, int most) {

    /** More than this many scale-outs in one answer help nobody. */
    public static final int LARGEST = 10_000;

    public ScaleOutRange {
        if (least < 1 || most < least || most - least >= LARGEST) {
            throw new IllegalArgumentException(
                    "scale-outs " + least + " to " + most + " must be at least 1, in order, and at most " + LARGEST);
        }
    }

    /** How many scale-outs it has. */
    public int size() {
        return most - least + 1;
    }

    public IntStream values() {
        return IntStream.rangeClosed(least, most);
    }
}
