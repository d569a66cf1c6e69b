package io.bellamy.scale;

/**
 * A task that an executor did, by Spark's log. Times are in seconds since the run was begun.
 *
 * @param executor which one
 * @param launched when the driver sent it off
 * @param finished when the driver knew of its end
 * @param working for how long its code ran
 * @param replyBytes what came back
 */
record TaskTime(String executor, double launched, double finished, double working, long replyBytes) {

    /** What it took besides: to be sent, made ready, and told of. */
    double overhead() {
        return finished - launched - working;
    }
}
