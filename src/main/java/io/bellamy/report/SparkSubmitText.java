package io.bellamy.report;

import io.bellamy.launch.LaunchPlan;
import java.util.Map;

/** Options for spark-submit, on a line. */
public final class SparkSubmitText implements LaunchText {

    @Override
    public String of(LaunchPlan plan) {
        StringBuilder options = new StringBuilder();
        if (!plan.rules().dynamic()) {
            options.append("--num-executors ")
                    .append(plan.executors(plan.machines().initial()));
        }
        plan.size().cores().ifPresent(cores -> options.append(" --executor-cores ")
                .append(cores));
        plan.size().mebibytes().ifPresent(mebibytes -> options.append(" --executor-memory ")
                .append(mebibytes)
                .append('m'));
        if (plan.rules().dynamic()) {
            confs(options, plan.numbers());
        }
        confs(options, plan.others());
        return options.toString().strip() + System.lineSeparator();
    }

    private static void confs(StringBuilder options, Map<String, String> properties) {
        properties.forEach((key, value) ->
                options.append(" --conf ").append(key).append('=').append(value));
    }

    @Override
    public boolean isLine() {
        return true;
    }
}
