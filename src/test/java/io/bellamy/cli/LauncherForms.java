package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.databricks.sdk.service.compute.ClusterSpec;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.cloud.dataproc.v1.Cluster;
import com.google.protobuf.util.JsonFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Reads what launchers are told as their makers do; a field that they do not know fails. */
final class LauncherForms {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LauncherForms() {}

    static RunJobFlowRequest emr(String text) throws IOException {
        RunJobFlowRequest.Builder builder = RunJobFlowRequest.builder();
        fill(builder, builder.sdkFields(), JSON.readTree(text));
        return builder.build();
    }

    /** The SDK sends such requests and reads none, but tells which fields there are and what they hold. */
    private static void fill(Object builder, List<SdkField<?>> fields, JsonNode node) {
        Map<String, SdkField<?>> known = new HashMap<>();
        fields.forEach(field -> known.put(field.locationName(), field));
        node.properties().forEach(entry -> {
            SdkField<?> field = known.get(entry.getKey());
            assertThat(field).as(entry.getKey()).isNotNull();
            field.set(builder, value(field, entry.getValue()));
        });
    }

    private static Object value(SdkField<?> field, JsonNode node) {
        MarshallingType<?> type = field.marshallingType();
        if (type.equals(MarshallingType.STRING)) {
            assertThat(node.isTextual()).as(node.toString()).isTrue();
            return node.asText();
        }
        if (type.equals(MarshallingType.INTEGER)) {
            assertThat(node.isInt()).as(node.toString()).isTrue();
            return node.asInt();
        }
        if (type.equals(MarshallingType.BOOLEAN)) {
            assertThat(node.isBoolean()).as(node.toString()).isTrue();
            return node.asBoolean();
        }
        if (type.equals(MarshallingType.LIST)) {
            SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
            List<Object> values = new ArrayList<>();
            node.forEach(item -> values.add(value(member, item)));
            return values;
        }
        if (type.equals(MarshallingType.MAP)) {
            SdkField<?> member = field.getTrait(MapTrait.class).valueFieldInfo();
            Map<String, Object> values = new HashMap<>();
            node.properties().forEach(entry -> values.put(entry.getKey(), value(member, entry.getValue())));
            return values;
        }
        assertThat(type).as(field.locationName()).isEqualTo(MarshallingType.SDK_POJO);
        SdkPojo builder = field.constructor().get();
        fill(builder, builder.sdkFields(), node);
        return ((SdkBuilder<?, ?>) builder).build();
    }

    static ClusterSpec databricks(String text) throws IOException {
        JsonNode root = JSON.readTree(text);
        assertThat(root.fieldNames()).toIterable().containsExactly("new_cluster");
        return new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .treeToValue(root.get("new_cluster"), ClusterSpec.class);
    }

    static Cluster dataproc(String text) throws IOException {
        Cluster.Builder cluster = Cluster.newBuilder();
        JsonFormat.parser().merge(text, cluster);
        return cluster.build();
    }
}
