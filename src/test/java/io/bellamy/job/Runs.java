package io.bellamy.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs as the data sets here have them, whose amounts are numbers. */
public final class Runs {

    public static final PropertyDefinitions DEFINITIONS = PropertyDefinitions.of(List.of(
            new PropertyDefinition("machine_type", PropertyKind.NAME, Optional.of(Role.MACHINE_TYPE)),
            new PropertyDefinition("data_size_MB", PropertyKind.NUMBER, Optional.of(Role.DATA_SIZE)),
            new PropertyDefinition("job_args", PropertyKind.NUMBERS, Optional.of(Role.ARGUMENTS)),
            new PropertyDefinition(
                    "data_characteristics", PropertyKind.NUMBERS, Optional.of(Role.DATA_CHARACTERISTICS)),
            new PropertyDefinition("memory", PropertyKind.NUMBER, Optional.of(Role.MEMORY)),
            new PropertyDefinition("slots", PropertyKind.NUMBER, Optional.of(Role.SLOTS))));

    private Runs() {}

    public static PropertyValues values(Map<String, String> texts) {
        return PropertyValues.of(DEFINITIONS, texts);
    }

    public static Run run(int scaleOut, double runtime, Map<String, String> texts) {
        return new Run(scaleOut, runtime, values(texts));
    }
}
