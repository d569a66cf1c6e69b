package io.bellamy.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes and numbers in the forms in which others write them. */
class WrittenAmountsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "written|10 GB|10000",
                "written|10gb|10000",
                "written|1.5GiB|1610.612736",
                "written|1.5 gib|1610.612736",
                "written|2 kB|0.002",
                "written|5e6 bytes|5",
                "written|3 TB|3000000",
                "written|1 KiB|0.001024",
                "written_binary|10g|10737.41824",
                "written_binary|10 GB|10737.41824",
                "written_binary|10 GiB|10737.41824",
                "written_binary|512 M|536.870912",
                "written_binary|7 B|0.000007",
                "written|''|-"
            })
    void anAmountIsReadWithItsUnit(String unit, String text, String megabytes) {
        OwnTable table = OwnTable.ofOneRun(folder, "{column: a}", "{column: size, unit: " + unit + "}", "1;;" + text);
        assertThat(table.values("data_size_MB")).containsExactly(megabytes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "written|10g|'10g' must be an amount with its unit, as '10 GB' or '1.5GiB'; whether g goes by 1000 or 1024 can't be told: where it is 1024, as Spark writes, say unit: written_binary",
                "written|10|'10' must be an amount with its unit",
                "written|10 Gb|Gb may be bits",
                "written_binary|10 Mb|Mb may be bits",
                "written|1,5 GB|must be an amount with its unit",
                "written|10 XB|must be an amount with its unit",
                "written|GB|must be an amount with its unit",
                "written|1.2.3 GB|must be an amount with its unit",
                "written|10 GB 5 MB|must be an amount with its unit",
                "gb|10 GB|'10 GB' must be a number, without a unit or suffix"
            })
    void anAmountThatMayMeanTwoIsRefused(String unit, String text, String message) {
        OwnTable table = OwnTable.ofOneRun(folder, "{column: a}", "{column: size, unit: " + unit + "}", "1;;" + text);
        assertThat(table.refusal("job")).contains("runs.csv:2: column 'size': ").contains(message);
    }

    @Test
    void aUnitThatMayBeBitsIsRefused() {
        OwnTable table = OwnTable.ofOneRun(folder, "{column: a}", "{column: size, unit: Mb}", "1;;5");
        assertThat(table.refusal("job"))
                .contains("unit: 'Mb' must be one of b, kb, mb")
                .contains("Mb may be bits");
    }

    @Test
    void aCommaBeforeTheDecimalsIsDeclaredForAFileAndHoldsForAllItsNumbers() {
        OwnTable table = OwnTable.in(folder).described("""
                algorithms:
                  job:
                    file: runs.csv
                    separator: ";"
                    decimal: comma
                    rows: {column: weight, above: 0.5}
                    scale_out: {column: nodes}
                    runtime: {column: time, unit: min}
                    properties:
                      data_size_MB: {column: size, unit: written}
                      memory: {column: gb, unit: GB, per: node}
                      job_args: {template: "{weight:float} {version}"}
                """).with("runs.csv", """
                nodes;time;size;gb;weight;version
                2,0;1,5;2,5 GB;15,5;0,75;3,1
                2;1;1 GB;16;0,25;3
                """);
        assertThat(table.load("job").runs()).singleElement().satisfies(run -> {
            assertThat(run.scaleOut()).isEqualTo(2);
            assertThat(run.runtime()).isEqualTo(90);
            assertThat(run.properties().texts().values()).containsExactlyInAnyOrder("2500", "31000", "0.75 3,1");
        });
        table.with("runs.csv", """
                nodes;time;size;gb;weight;version
                2;1.501,5;2.5 GB;1,5,5;0,75;3
                """);
        assertThat(table.refusal("job"))
                .contains(
                        "column 'time': '1.501,5' must be a number with a comma before the decimals and nothing between")
                .contains("column 'size': '2.5 GB' must be")
                .contains("column 'gb': '1,5,5' must be");
        StringBuilder thousands = new StringBuilder("nodes;time;size;gb;weight;version\n");
        List.of("1501", "2000", "1,700").forEach(time -> thousands.append("2;" + time + ";1 GB;1;1;1\n"));
        assertThat(table.with("runs.csv", thousands.toString()).load("job").warnings())
                .singleElement()
                .asString()
                .contains("column 'time': '1,700' is read as it stands")
                .endsWith("does its comma separate thousands?");
    }
}
