package io.bellamy.config;

import io.bellamy.launch.ClusterManager;
import io.bellamy.launch.LaunchRules;
import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the section {@code launch}: what launchers are told. */
record LaunchReader(YamlSection section) {

    private static final String SEVERAL = "several";
    private static final int MOST_CORES = 10_000;
    private static final int MOST_OVERHEAD = 1_000_000;

    LaunchRules read() {
        LaunchRules usual = LaunchRules.USUAL;
        LaunchRules rules = new LaunchRules(
                section.scalar("manager")
                        .flatMap(scalar -> scalar.constant(ClusterManager.class))
                        .orElse(usual.manager()),
                section.scalar("executors")
                        .flatMap(scalar -> scalar.oneOf(List.of("one", SEVERAL)))
                        .filter(SEVERAL::equals)
                        .isPresent(),
                section.scalar("cores_per_executor")
                        .flatMap(scalar -> scalar.integer(1, MOST_CORES))
                        .orElse(usual.coresPerExecutor()),
                byManager("memory_share", usual.memoryShare(), scalar -> scalar.number(0.01, 1)),
                byManager("cores_left", usual.coresLeft(), scalar -> scalar.integer(0, MOST_CORES)),
                section.scalar("overhead")
                        .flatMap(scalar -> scalar.number(0, 10))
                        .orElse(usual.overhead()),
                section.scalar("least_overhead")
                        .flatMap(scalar -> scalar.integer(0, MOST_OVERHEAD))
                        .orElse(usual.leastOverhead()),
                section.scalar("dynamic").flatMap(YamlScalar::flag).orElse(usual.dynamic()));
        section.rejectUnknownKeys();
        return rules;
    }

    private <T> Map<ClusterManager, T> byManager(
            String key, Map<ClusterManager, T> usual, Function<YamlScalar, Optional<T>> reading) {
        YamlSection managers = section.section(key);
        Map<ClusterManager, T> values = new EnumMap<>(usual);
        for (ClusterManager manager : ClusterManager.values()) {
            managers.scalar(manager.word()).flatMap(reading).ifPresent(value -> values.put(manager, value));
        }
        managers.rejectUnknownKeys();
        return values;
    }
}
