package io.bellamy.training;

import io.bellamy.tuning.Trial;
import java.nio.ByteBuffer;

/** A trial under way: all that it needs to go on, beside whichever other trials. */
interface RunningTrial {

    Trial trial();

    /** All that can't be made again from the seed and the trial, from the first byte to the limit. */
    ByteBuffer packed();
}
