package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.databricks.sdk.service.compute.ClusterSpec;
import com.google.cloud.dataproc.v1.Cluster;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.emr.model.InstanceGroupConfig;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;

/** What clouds are told, as their makers' own libraries read it. */
class CloudLaunchTest extends LaunchCases {

    @Test
    void emrGetsInstanceGroupsAndManagedScaling() throws IOException {
        RunJobFlowRequest request = LauncherForms.emr(told("emr"));
        List<InstanceGroupConfig> groups = request.instances().instanceGroups();
        assertThat(groups).extracting(InstanceGroupConfig::instanceRoleAsString).containsExactly("MASTER", "CORE");
        assertThat(groups).extracting(InstanceGroupConfig::instanceCount).containsExactly(1, 3);
        assertThat(groups).extracting(InstanceGroupConfig::instanceType).containsOnly("small");
        assertThat(request.managedScalingPolicy().computeLimits().minimumCapacityUnits())
                .isEqualTo(3);
        assertThat(request.managedScalingPolicy().computeLimits().maximumCapacityUnits())
                .isEqualTo(3);
        assertThat(request.configurations().get(0).classification()).isEqualTo("spark-defaults");
        assertThat(request.configurations().get(0).properties()).containsEntry("spark.executor.instances", "3");

        RunJobFlowRequest scaled = LauncherForms.emr(told("emr", "--dynamic"));
        assertThat(scaled.managedScalingPolicy().computeLimits().unitTypeAsString())
                .isEqualTo("Instances");
        assertThat(scaled.managedScalingPolicy().computeLimits().maximumCapacityUnits())
                .isEqualTo(6);
        assertThat(scaled.configurations().get(0).properties())
                .containsAllEntriesOf(dynamic(3, 3, 6))
                .doesNotContainKey("spark.executor.instances");
        assertThatThrownBy(() -> LauncherForms.emr("{\"ManagedScaling\": {}}")).isInstanceOf(AssertionError.class);
    }

    @Test
    void databricksGetsWorkers() throws IOException {
        ClusterSpec cluster = LauncherForms.databricks(told("databricks"));
        assertThat(cluster.getNumWorkers()).isEqualTo(3);
        assertThat(cluster.getNodeTypeId()).isEqualTo("small");
        assertThat(cluster.getAutoscale()).isNull();
        ClusterSpec scaled = LauncherForms.databricks(told("databricks", "--dynamic"));
        assertThat(scaled.getNumWorkers()).isNull();
        assertThat(scaled.getAutoscale().getMinWorkers()).isEqualTo(3);
        assertThat(scaled.getAutoscale().getMaxWorkers()).isEqualTo(6);
        assertThatThrownBy(() -> LauncherForms.databricks("{\"new_cluster\": {\"workers\": 3}}"))
                .hasMessageContaining("workers");
        // whose executors it sizes itself
        Bellamy unknown = predict(REQUEST.replaceAll("(?m)^optional.*\\n", ""), "databricks");
        assertThat(unknown.err()).isEmpty();
    }

    @Test
    void dataprocGetsAConfiguration() throws IOException {
        Cluster cluster = LauncherForms.dataproc(told("dataproc"));
        assertThat(cluster.getConfig().getWorkerConfig().getNumInstances()).isEqualTo(3);
        assertThat(cluster.getConfig().getWorkerConfig().getMachineTypeUri()).isEqualTo("small");
        assertThat(cluster.getConfig().getMasterConfig().getNumInstances()).isEqualTo(1);
        assertThat(cluster.getConfig().getSoftwareConfig().getPropertiesMap())
                .containsEntry("spark:spark.executor.instances", "3")
                .containsEntry("spark:spark.executor.cores", "8");
        assertThat(LauncherForms.dataproc(told("dataproc", "--dynamic"))
                        .getConfig()
                        .getSoftwareConfig()
                        .getPropertiesMap())
                .containsEntry("spark:spark.dynamicAllocation.maxExecutors", "6")
                .doesNotContainKey("spark:spark.executor.instances");
        Bellamy one = predict(
                REQUEST.replace("scale_out: 3", "scale_out: 1").replace("scale_out: 6", "scale_out: 1"), "dataproc");
        assertThat(LauncherForms.dataproc(one.out())
                        .getConfig()
                        .getWorkerConfig()
                        .getNumInstances())
                .isEqualTo(2);
        assertThat(one.err()).contains("a cluster of Dataproc has 2 workers at least");
        assertThatThrownBy(() -> LauncherForms.dataproc("{\"config\": {\"workers\": 3}}"))
                .hasMessageContaining("workers");
    }
}
