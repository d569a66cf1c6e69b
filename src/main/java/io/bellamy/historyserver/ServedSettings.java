package io.bellamy.historyserver;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellamy.eventlog.ExecutorMemory;
import java.util.HashMap;
import java.util.Map;

/** The environment that a server tells of. */
final class ServedSettings {

    private final JsonNode environment;

    ServedSettings(JsonNode environment) {
        this.environment = environment;
    }

    /** Of settings with the same name those of Spark count. */
    Map<String, String> all() {
        Map<String, String> settings = new HashMap<>();
        for (String kind : new String[] {"systemProperties", "sparkProperties"}) {
            environment
                    .path(kind)
                    .forEach(pair ->
                            settings.put(pair.path(0).asText(""), pair.path(1).asText("")));
        }
        return settings;
    }

    ExecutorMemory memory() {
        ExecutorMemory memory = new ExecutorMemory();
        environment.path("resourceProfiles").forEach(profile -> {
            Map<String, Long> requests = new HashMap<>();
            profile.path("executorResources")
                    .properties()
                    .forEach(resource -> requests.put(
                            resource.getKey(),
                            resource.getValue().path("amount").asLong()));
            memory.profile(profile.path("id").asInt(), requests);
        });
        return memory;
    }
}
