package io.bellamy.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.launch.LaunchPlan;
import java.util.ArrayList;
import java.util.List;

/** The configuration of a cluster of Google Dataproc, as its interface takes it. */
public final class DataprocJson extends CloudJson {

    /** Dataproc makes no cluster with one. */
    private static final int LEAST_WORKERS = 2;

    @Override
    void fill(ObjectNode root, LaunchPlan plan, String machineType) {
        ObjectNode config = root.putObject("config");
        config.putObject("masterConfig").put("numInstances", 1).put("machineTypeUri", machineType);
        config.putObject("workerConfig")
                .put("numInstances", Math.max(LEAST_WORKERS, plan.machines().initial()))
                .put("machineTypeUri", machineType);
        properties(config.putObject("softwareConfig"), "properties", "spark:", plan);
    }

    @Override
    public List<String> notes(LaunchPlan plan) {
        List<String> notes = new ArrayList<>(plan.notes());
        if (plan.machines().initial() < LEAST_WORKERS) {
            notes.add("a cluster of Dataproc has " + LEAST_WORKERS + " workers at least, so one is left idle");
        }
        return notes;
    }
}
