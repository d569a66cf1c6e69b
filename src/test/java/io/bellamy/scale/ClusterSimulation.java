package io.bellamy.scale;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Plays through what a cluster does. Each item is prepared by the driver, waits for an executor, is done there, and is published by
 * the driver; of both sides of its work the driver does half. What wants a processor shares those that there are.
 *
 * @param model what each step costs
 * @param executors with a processor each
 * @param driverCores that the driver may use at a time
 * @param cores that driver and executors share; more than all of them can use where each has its own
 */
record ClusterSimulation(CostModel model, int executors, int driverCores, double cores) {

    /** So many items the driver has in hand at a time for each executor, so that there is always another one. */
    private static final int WAITING = 2;

    private static final double NOTHING = 1e-9;

    /** On machines of their own. */
    static ClusterSimulation apart(CostModel model, int executors, int driverCores) {
        return new ClusterSimulation(model, executors, driverCores, executors + driverCores);
    }

    /** On one machine with so many cores. */
    static ClusterSimulation shared(CostModel model, int executors, int cores) {
        return new ClusterSimulation(model, executors, cores, cores);
    }

    /**
     * What came of it.
     *
     * @param seconds from beginning to end
     * @param driver share of the time that its cores were busy
     * @param working share of the time that executors worked, from the first task to the last
     */
    record Outcome(double seconds, double driver, double working) {}

    private enum Step {
        PREPARED,
        SENT,
        WORKED,
        PUBLISHED
    }

    private static final class Item {
        private Step step = Step.PREPARED;
        private final double more;
        private double left;
        private int executor;

        Item(double more) {
            this.more = more;
        }

        boolean isAtDriver() {
            return step == Step.PREPARED || step == Step.PUBLISHED;
        }
    }

    /** From the first task of so many to the last, seconds. */
    double between(int items) {
        return run(items).seconds() - model.start() - crowded() - model.end();
    }

    private boolean isShared() {
        return cores < executors + driverCores;
    }

    private double crowded() {
        return isShared() ? (executors - 1) * model.crowding() : 0;
    }

    /** Plays it through for so many items. */
    Outcome run(int items) {
        int[] done = new int[executors];
        ArrayDeque<Integer> free = new ArrayDeque<>();
        for (int i = 0; i < executors; i++) {
            free.add(i);
        }
        List<Item> active = new ArrayList<>();
        ArrayDeque<Item> ready = new ArrayDeque<>();
        int begun = 0;
        int ended = 0;
        double time = 0;
        double driverTime = 0;
        double workTime = 0;
        while (ended < items) {
            while (begun < items && begun - ended < WAITING * (executors + 1)) {
                // the model of all jobs together is the largest
                Item item = new Item(begun == 0 ? model.together() : 0);
                item.left = model.driver() / 2;
                active.add(item);
                begun++;
            }
            while (!ready.isEmpty() && !free.isEmpty()) {
                Item item = ready.remove();
                item.executor = free.remove();
                item.step = Step.SENT;
                item.left = model.overhead();
                active.add(item);
            }
            long atDriver = active.stream().filter(Item::isAtDriver).count();
            long atWork =
                    active.stream().filter(item -> item.step == Step.WORKED).count();
            double wanted = Math.min(atDriver, driverCores) + atWork;
            double share = wanted > cores ? cores / wanted : 1;
            double driverRate = atDriver > driverCores ? share * driverCores / atDriver : share;
            double next = active.stream()
                    .mapToDouble(item -> item.left / rate(item, share, driverRate))
                    .min()
                    .orElse(0);
            time += next;
            driverTime += next * atDriver * driverRate;
            workTime += next * atWork * share;
            for (Iterator<Item> each = active.iterator(); each.hasNext(); ) {
                Item item = each.next();
                item.left -= next * rate(item, share, driverRate);
                if (item.left > NOTHING) {
                    continue;
                }
                switch (item.step) {
                    case PREPARED -> {
                        each.remove();
                        ready.add(item);
                    }
                    case SENT -> {
                        item.step = Step.WORKED;
                        item.left = item.more + model.working(done[item.executor]++);
                    }
                    case WORKED -> {
                        free.add(item.executor);
                        item.step = Step.PUBLISHED;
                        item.left = model.driver() / 2;
                    }
                    case PUBLISHED -> {
                        each.remove();
                        ended++;
                    }
                }
            }
        }
        return new Outcome(
                model.start() + crowded() + time * (isShared() && executors > 1 ? model.sharing() : 1) + model.end(),
                driverTime / time / driverCores,
                workTime / time / executors);
    }

    private static double rate(Item item, double share, double driverRate) {
        if (item.isAtDriver()) {
            return driverRate;
        }
        return item.step == Step.WORKED ? share : 1;
    }
}
