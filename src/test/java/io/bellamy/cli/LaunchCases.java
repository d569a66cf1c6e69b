package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** What the tests of forms for launchers share. */
abstract class LaunchCases extends OwnModelCases {

    /** On 3 machines; the choice is that of the least machine-hours. */
    static final String REQUEST = """
            min_scale_out: 3
            max_scale_out: 6
            objective: cheapest
            essential_properties: {machine_type: small, data_size_MB: 4000}
            optional_properties_per_node: {slots: 8, memory: 16777.216}
            """;

    Bellamy predict(String request, String form, String... more) {
        return Bellamy.runWithInput(
                request,
                OwnFolder.with(
                        OwnFolder.with(own.arguments("predict", "-a", "wordcount", "-r", "-"), "--format", form),
                        more));
    }

    String told(String form, String... more) {
        Bellamy outcome = predict(REQUEST, form, more);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).isEmpty();
        return outcome.out();
    }

    void configure(String launch) throws IOException {
        Path config = folder.resolve("config.yml");
        Files.writeString(config, Files.readString(config) + "\nlaunch: " + launch + "\n");
    }

    static Map<String, String> properties(String text) throws IOException {
        Properties read = new Properties();
        read.load(new StringReader(text));
        Map<String, String> properties = new LinkedHashMap<>();
        read.stringPropertyNames().stream().sorted().forEach(name -> properties.put(name, read.getProperty(name)));
        return properties;
    }

    static Map<String, String> dynamic(int least, int initial, int most) {
        return Map.of(
                "spark.dynamicAllocation.enabled", "true",
                "spark.dynamicAllocation.shuffleTracking.enabled", "true",
                "spark.dynamicAllocation.minExecutors", "" + least,
                "spark.dynamicAllocation.initialExecutors", "" + initial,
                "spark.dynamicAllocation.maxExecutors", "" + most);
    }
}
