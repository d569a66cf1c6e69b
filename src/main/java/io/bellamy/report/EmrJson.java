package io.bellamy.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.launch.LaunchPlan;

/** Parts of the request that starts a cluster of Amazon EMR ({@code aws emr run-job-flow --cli-input-json}). */
public final class EmrJson extends CloudJson {

    @Override
    void fill(ObjectNode root, LaunchPlan plan, String machineType) {
        ArrayNode groups = root.putObject("Instances").putArray("InstanceGroups");
        group(groups, "MASTER", machineType, 1);
        group(groups, "CORE", machineType, plan.machines().initial());
        root.putObject("ManagedScalingPolicy")
                .putObject("ComputeLimits")
                .put("UnitType", "Instances")
                .put("MinimumCapacityUnits", plan.machines().least())
                .put("MaximumCapacityUnits", plan.machines().most())
                .put("MaximumCoreCapacityUnits", plan.machines().most());
        ObjectNode defaults = root.putArray("Configurations").addObject().put("Classification", "spark-defaults");
        properties(defaults, "Properties", "", plan);
    }

    private static void group(ArrayNode groups, String role, String machineType, int count) {
        groups.addObject()
                .put("InstanceRole", role)
                .put("InstanceType", machineType)
                .put("InstanceCount", count);
    }
}
