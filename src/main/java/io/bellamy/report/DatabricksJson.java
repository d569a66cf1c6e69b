package io.bellamy.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.launch.LaunchPlan;
import java.util.List;

/** The workers of a new cluster of Databricks, which itself gives each one executor of all that it has. */
public final class DatabricksJson extends CloudJson {

    @Override
    void fill(ObjectNode root, LaunchPlan plan, String machineType) {
        ObjectNode cluster = root.putObject("new_cluster").put("node_type_id", machineType);
        if (plan.rules().dynamic()) {
            cluster.putObject("autoscale")
                    .put("min_workers", plan.machines().least())
                    .put("max_workers", plan.machines().most());
        } else {
            cluster.put("num_workers", plan.machines().initial());
        }
    }

    /** The size of executors is not told, so it need not be known. */
    @Override
    public List<String> notes(LaunchPlan plan) {
        return List.of();
    }
}
