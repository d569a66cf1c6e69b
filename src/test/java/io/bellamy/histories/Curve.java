package io.bellamy.histories;

/** How long the runs of a job take: the median of those that do not straggle. */
@FunctionalInterface
interface Curve {

    double seconds(Machine machine, int machines, double megabytes);

    /**
     * Tasks run in waves, a task on a core and a partition a task; a wave that is not full takes as long as one that is.
     *
     * @param start seconds, whatever the cluster
     * @param partition megabytes
     * @param task seconds
     * @param coordination seconds for each machine
     */
    static Curve waves(double start, double partition, double task, double coordination) {
        return (machine, machines, megabytes) -> {
            double tasks = Math.ceil(megabytes / partition);
            double waves = Math.ceil(tasks / (machines * machine.cores()));
            return start + waves * task / machine.speed() + coordination * machines;
        };
    }

    /**
     * What is computed grows with a power of the data and shrinks with a power of the cores; a shuffle, as n log n of the
     * gigabytes, gains little from more machines, and a tree of messages grows with them.
     *
     * @param start seconds, whatever the cluster
     * @param work seconds for a gigabyte on one machine of eight cores
     * @param growth the power of the data
     * @param scaling the power of the cores
     * @param shuffle seconds for n log n on one machine
     * @param message seconds for each level of the tree
     */
    static Curve shuffle(double start, double work, double growth, double scaling, double shuffle, double message) {
        return (machine, machines, megabytes) -> {
            double gigabytes = megabytes / 1000;
            double eights = machines * machine.cores() / 8.0;
            return start
                    + work * Math.pow(gigabytes, growth) / Math.pow(eights, scaling) / machine.speed()
                    + shuffle * gigabytes * Math.log1p(gigabytes) / Math.sqrt(machines)
                    + message * Math.log(machines) / Math.log(2);
        };
    }

    /**
     * A share of the work does not scale (Amdahl), and all of it is slower where the memory of the cluster is short of the
     * data.
     *
     * @param start seconds, whatever the cluster
     * @param work seconds for a gigabyte on one machine of eight cores
     * @param serial the share that does not scale
     * @param threshold how many times the memory the data are where half of the slow-down is felt
     * @param slowdown by which share runs take longer where the memory is far too short
     */
    static Curve memory(double start, double work, double serial, double threshold, double slowdown) {
        return (machine, machines, megabytes) -> {
            double eights = machines * machine.cores() / 8.0;
            double pressure = Math.pow(megabytes / ((double) machines * machine.megabytes()) / threshold, 3);
            double computed = work * megabytes / 1000 * (serial + (1 - serial) / eights) / machine.speed();
            return start + computed * (1 + slowdown * pressure / (1 + pressure));
        };
    }
}
