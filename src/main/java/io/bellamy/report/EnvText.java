package io.bellamy.report;

import io.bellamy.launch.LaunchPlan;
import io.bellamy.launch.LaunchPlan.Machines;
import io.bellamy.problem.Quoted;
import java.util.Locale;
import java.util.OptionalInt;

/** Variables for a shell to {@code eval}; blank where something is not known, so that no earlier value is taken for it. */
public final class EnvText implements LaunchText {

    @Override
    public String of(LaunchPlan plan) {
        Machines machines = plan.machines();
        StringBuilder text = new StringBuilder();
        add(text, "MACHINE_TYPE", plan.choice().machineType());
        boolean known = plan.countsMachines();
        add(text, "MACHINES", known ? machines.initial() : "");
        add(text, "MIN_MACHINES", known ? machines.least() : "");
        add(text, "MAX_MACHINES", known ? machines.most() : "");
        add(text, "EXECUTORS", plan.executors(machines.initial()));
        add(text, "MIN_EXECUTORS", plan.executors(machines.least()));
        add(text, "MAX_EXECUTORS", plan.executors(machines.most()));
        add(text, "EXECUTOR_CORES", known(plan.size().cores()));
        add(text, "EXECUTOR_MEMORY_MB", known(plan.size().mebibytes()));
        add(text, "EXECUTOR_OVERHEAD_MB", known(plan.size().overhead()));
        add(
                text,
                "RUNTIME_SECONDS",
                String.format(Locale.ROOT, "%.1f", plan.choice().runtime()));
        return text.toString();
    }

    private static String known(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }

    private static void add(StringBuilder text, String name, Object value) {
        // nothing but an apostrophe means anything between apostrophes
        text.append("BELLAMY_")
                .append(name)
                .append("='")
                .append(Quoted.line(value.toString()).replace("'", "'\\''"))
                .append('\'')
                .append(System.lineSeparator());
    }
}
