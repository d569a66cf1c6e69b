package io.bellamy.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes that are rounded, and names of properties that are not those of the configuration. */
class PropertiesOfTablesTest {

    private static final String DESCRIPTION = """
            defaults:
              file: runs.csv
              scale_out: {column: nodes}
              runtime: {column: seconds}
              properties:
                data_size_MB: {column: size%s}
            algorithms:
              job: {}
            """;

    @TempDir
    private Path folder;

    private OwnTable table(String more) {
        return OwnTable.in(folder)
                .described(DESCRIPTION.formatted(more))
                .with("runs.csv", "nodes,seconds,size\n3,1,10499\n3,1,10512.5\n3,1,0.0123456\n3,1,\n3,1,0\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "', digits: 2'|10000 11000 0.012 - 0",
                "', digits: 3, unit: GB'|10500000 10500000 12.3 - 0",
                "', digits: 2, per: node'|30000 33000 0.036 - 0",
                "', digits: 15'|10499 10512.5 0.0123456 - 0"
            })
    void aSizeIsRoundedToSoManyDigits(String more, String expected) {
        assertThat(table(more).values("data_size_MB")).containsExactly(expected.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "', digits: 0'|properties.data_size_MB.digits: '0' must be a whole number from 1 to 15",
                "', digits: 2, kind: name'|properties.data_size_MB.kind: 'name' must be number beside unit, per: node and digits"
            })
    void howManyMustMakeSense(String more, String message) {
        assertThat(table(more).refusal("job")).contains(message);
    }

    @Test
    void aMisspelledNameIsWarnedOfWithTheOneThatWasMeant() {
        OwnTable table = table(
                "}\n    machinetype: {constant: m1}\n    instance_type: {constant: m1}\n    owner: {constant: me");
        assertThat(table.load("job").warnings())
                .hasSize(2)
                .anySatisfy(warning -> assertThat(warning)
                        .endsWith(
                                "dataset.yml:7: defaults.properties.machinetype: the configuration has no such property, so"
                                        + " it is read and not used; the nearest one is machine_type"))
                .anySatisfy(warning ->
                        assertThat(warning).contains("instance_type: ").endsWith("machine_type"));
        table.described(DESCRIPTION
                .formatted("}\n    machine_type: {constant: m1}\n    machinetypes: {constant: m1")
                .replace("job: {}", "job: {properties: {machinetypo: {constant: m1}}}"));
        assertThat(table.load("job").warnings())
                .as("beside the right name it is another property")
                .isEmpty();
        table.described(DESCRIPTION.formatted("}\n    vm: {constant: m1, role: machine_type"));
        assertThat(table.load("job").warnings())
                .as("what it is said to be it is not")
                .singleElement()
                .satisfies(warning -> assertThat(warning)
                        .contains("defaults.properties.vm: the configuration has no such property")
                        .contains("the one with the role machine_type is machine_type, or else it must be"));
    }
}
