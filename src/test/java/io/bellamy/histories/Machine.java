package io.bellamy.histories;

/**
 * A type of machine.
 *
 * @param type what it is called
 * @param cores of one
 * @param megabytes memory of one
 * @param speed of a core, which no history tells; 1 is usual
 */
record Machine(String type, int cores, int megabytes, double speed) {

    static final Machine STANDARD = new Machine("standard-8", 8, 32_000, 1);

    /** An executor on half of it, which is not called otherwise. */
    Machine half() {
        return new Machine(type, cores / 2, megabytes / 2, speed);
    }
}
