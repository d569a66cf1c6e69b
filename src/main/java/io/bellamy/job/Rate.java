package io.bellamy.job;

/**
 * What a cluster costs: every second that has begun is billed, from its start.
 *
 * @param perSecond of all machines that run the job, positive
 * @param driver of the driver's machine a second; 0 where there is none of its own
 * @param minimumSeconds the number of seconds that are billed at least
 * @param startup seconds that are billed before a run begins
 */
public record Rate(double perSecond, double driver, int minimumSeconds, double startup) {

    /** Of a run. */
    public double cost(double seconds) {
        return (perSecond + driver) * billed(seconds);
    }

    /** What of that is for the time in which the machines start. */
    public double ofStartup() {
        return perSecond * startup;
    }

    /** What of it is for the driver's machine, from its start. */
    public double ofDriver(double seconds) {
        return driver * billed(seconds);
    }

    private double billed(double seconds) {
        return Math.max(minimumSeconds, Math.ceil(seconds + startup));
    }

    /** How long a run may take that costs at most so much, in seconds; 0 where none does. */
    public double affordable(double cost) {
        double seconds = Math.floor(cost / (perSecond + driver));
        return seconds < minimumSeconds ? 0 : Math.max(0, seconds - startup);
    }
}
