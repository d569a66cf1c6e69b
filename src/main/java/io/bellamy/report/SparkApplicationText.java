package io.bellamy.report;

import io.bellamy.launch.ApplicationSizes;
import io.bellamy.launch.LaunchPlan;
import java.util.Map;

/** A patch for a SparkApplication of the operator for Kubernetes: {@code kubectl patch --type merge --patch-file}. */
public final class SparkApplicationText implements LaunchText {

    @Override
    public String of(LaunchPlan plan) {
        StringBuilder text = new StringBuilder(line("spec:"));
        section(text, ApplicationSizes.DYNAMIC, ApplicationSizes.dynamic(plan));
        section(text, ApplicationSizes.EXECUTOR, ApplicationSizes.executor(plan));
        return text.toString();
    }

    private static void section(StringBuilder text, String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            text.append(line("  " + name + ":"));
            values.forEach((key, value) -> text.append(line("    " + key + ": " + value)));
        }
    }

    private static String line(String text) {
        return text + System.lineSeparator();
    }
}
