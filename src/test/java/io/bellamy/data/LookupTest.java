package io.bellamy.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the runs do not tell is looked up in a file beside. */
class LookupTest {

    private static final String DESCRIPTION = """
            defaults:
              file: runs.csv
              scale_out: {column: nodes}
              runtime: {column: seconds}
              lookups:
                machines: {file: machines.csv, separator: ";", decimal: comma, column: vm, key: type}
              properties:
                machine_type: {column: vm}
                memory: {column: machines.ram GiB, unit: GiB, per: node}
                slots: {column: machines.cores, per: node}
                job_args: {template: "{machines.family}-{vm}"}
            algorithms:
              job: {rows: [{column: machines.family, not: old}]}
            """;

    private static final String MACHINES = """
            type;family;cores;ram GiB;comment
            m5.large;general;2;7,5;"never, ever"
            c4;old;8;8;
            r5.large;;2;16;
            """;

    @TempDir
    private Path folder;

    private OwnTable table(String description) {
        return OwnTable.in(folder)
                .described(description)
                .with("machines.csv", MACHINES)
                .with("runs.csv", "nodes,seconds,vm\n4,1,m5.large\n2,2,c4\n2,3,r5.large\n2,4,\n");
    }

    @Test
    void columnsOfALookUpAreUsedLikeThoseOfTheRuns() {
        Dataset dataset = table(DESCRIPTION).load("job");
        assertThat(dataset.runs().get(0).properties().texts())
                .isEqualTo(Map.of(
                        "machine_type",
                        "m5.large",
                        "memory",
                        "32212.25472",
                        "slots",
                        "8",
                        "job_args",
                        "general-m5.large"));
        assertThat(dataset.runs()).as("an old machine is left out").hasSize(3);
        assertThat(dataset.runs().get(2).properties().texts())
                .as("of a machine that is not known nothing is")
                .isEqualTo(Map.of("job_args", "-"));
        assertThat(dataset.files())
                .extracting(Dataset.DataFile::name)
                .containsExactly("mine/runs.csv", "mine/machines.csv");
    }

    @Test
    void aChangeOfTheLookUpIsAChangeOfTheData() {
        OwnTable table = table(DESCRIPTION);
        String before = table.catalog().digest("mine", "job");
        assertThat(table.catalog().digest("mine", "job")).isEqualTo(before);
        table.with("machines.csv", MACHINES.replace("7,5", "8"));
        assertThat(table.catalog().digest("mine", "job")).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "machines.cores|machines.core|machines.csv:1: column 'core' is missing; there are type, family, cores",
                "machines.cores|machine.cores|runs.csv:1: column 'machine.cores' is missing",
                "key: type|key: typ|machines.csv:1: column 'typ' is missing",
                "file: machines.csv|file: ../x.csv|lookups.machines.file: '../x.csv' must be the name of a file inside",
                "file: machines.csv|file: none.csv|none.csv: there is no such file",
                "column: vm, key|colum: vm, key|defaults.lookups.machines.colum: unknown key",
                "decimal: comma|decimal: dot|lookups.machines.decimal: 'dot' must be one of point, comma",
                "decimal: comma|decimal: point|runs.csv:2: column 'machines.ram GiB': '7,5' must be a number, with a point before",
                "    machines: {|    m.a: {|defaults.lookups.m.a: the name must be letters, digits and '_'"
            })
    void whatIsWrongIsTold(String right, String wrong, String message) {
        assertThat(table(DESCRIPTION.replace(right, wrong)).refusal("job")).contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "c4;old|m5.large;old|machines.csv:3: column 'type': 'm5.large' must be there once, but stands in line 2 too",
                "c4;old|;old|machines.csv:3: column 'type': '' must be there, since rows are looked up by it",
                "m5.large;|M5.large;|runs.csv:2: column 'vm': 'm5.large' must be in column 'type' of ",
                "m5.large;|M5.large;|machines.csv; the nearest there is 'M5.large'"
            })
    void aTableThatDoesNotTellIsRefused(String right, String wrong, String message) {
        OwnTable table = table(DESCRIPTION).with("machines.csv", MACHINES.replace(right, wrong));
        assertThat(table.refusal("job")).contains(message);
    }

    @Test
    void aColumnOfTheSameNameInTheFileIsRefusedAndSoIsALinkOutOfTheFolder() throws Exception {
        OwnTable table = table(DESCRIPTION).with("runs.csv", "nodes,seconds,vm,machines.cores\n4,1,m5.large,3\n");
        assertThat(table.refusal("job"))
                .contains("runs.csv:1: column 'machines.cores' stands in the file, and is made");
        Path outside = Files.writeString(folder.resolve("secret.csv"), MACHINES);
        Files.createSymbolicLink(folder.resolve("mine/link.csv"), outside);
        table.described(DESCRIPTION.replace("machines.csv", "link.csv"));
        assertThat(table.refusal("job")).contains("link.csv: is a link that leads out of");
    }
}
