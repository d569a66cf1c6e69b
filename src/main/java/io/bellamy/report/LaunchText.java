package io.bellamy.report;

import io.bellamy.launch.LaunchPlan;
import java.util.List;

/** How a launcher is told. */
public interface LaunchText {

    /** What it reads, with line ends. */
    String of(LaunchPlan plan);

    /** What stands there instead where nothing meets the limit, so that nothing is launched by mistake. */
    default String unmet(String why) {
        return "# " + why + System.lineSeparator();
    }

    /** May several stand below each other? */
    default boolean isLine() {
        return false;
    }

    /** What is not as it was recommended, and why. */
    default List<String> notes(LaunchPlan plan) {
        return plan.notes();
    }
}
