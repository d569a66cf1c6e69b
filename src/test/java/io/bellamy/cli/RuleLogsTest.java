package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each rule of grouping and size on logs that Spark wrote: two that it joins, and one that it keeps apart. */
class RuleLogsTest extends ImportCases {

    private static final Path RULE_LOGS = Path.of("src/test/resources/rule-logs");

    /** A column of each run by its application. */
    private Map<String, String> column(String column) throws IOException {
        return rows().stream().collect(Collectors.toMap(row -> row.get("application"), row -> row.get(column)));
    }

    /** Two applications, by the ends of their names, have one value, and a third one has another. */
    private static void joins(Map<String, String> values, String one, String other, String apart) {
        assertThat(value(values, one))
                .as("%s, %s and %s", one, other, apart)
                .isNotEmpty()
                .isEqualTo(value(values, other))
                .isNotEqualTo(value(values, apart));
    }

    private static String value(Map<String, String> values, String end) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(end))
                .map(Map.Entry::getValue)
                .reduce((one, another) -> {
                    throw new AssertionError("two applications end with " + end);
                })
                .orElseThrow();
    }

    @Test
    void runsAreJoinedByWhatSchedulersSayAndByNamesWithoutWhatPasses() throws IOException {
        run(RULE_LOGS.resolve("grouping.zip").toString(), LOGS.toString());
        Map<String, String> keys = column("job_key");
        joins(keys, "700101", "704951", "705459"); // export 2026-11-01, export 2026-11-02; exports 2026-11-01
        joins(keys, "705952", "706512", "706942"); // load_20261101T0215, load_20261102T0218; loads_20261101T0215
        joins(keys, "707276", "707692", "140228"); // sync and seconds, sync and milliseconds; sync-orders and seconds
        joins(keys, "708314", "708616", "708898"); // copy- and a UUID, twice; copy-orders
        joins(keys, "709120", "709388", "709649"); // build and 16 hexadecimals, twice; build decade
        joins(keys, "709876", "710154", "710370"); // spark-task- and a random word, twice; spark-task-customer
        joins(keys, "710583", "710844", "711151"); // report run 17, report run 18; report q5
        joins(keys, "-0000", "-0005", "711335"); // nightly wordcount, the last one of another program
        joins(keys, "711570", "711794", "712022"); // Airflow: one task under two names; another task under one of them
        joins(keys, "712270", "712483", "712639"); // OpenLineage, likewise
        joins(keys, "712870", "713118", "713342"); // the operator on Kubernetes, likewise
        assertThat(value(keys, "714885")).as("Spark shell").isEmpty();

        Map<String, String> arguments = column("job_args");
        joins(arguments, "-0000", "-0005", "-0006"); // other days, inputs and outputs; another part of the program
    }

    @Test
    void theUsersRulesJoinAndKeepApart() throws IOException {
        Files.createDirectories(mine());
        Files.writeString(mine().resolve("import.yml"), """
                jobs:
                  - {property: spark.acme.job}
                  - {property: spark.app.name, matches: 'export.*', name: exports}
                  - {app_name: 'etl-(\\w+)-.*', name: 'etl $1'}
                  - {program: Jobs, argument: '1'}
                  - {app_name: 'Spark shell', name: adhoc}
                machine_types:
                  - {property: spark.cores.max, matches: '2', type: medium}
                  - {host: '127\\.0\\.0\\.3', type: large}
                """);
        run(RULE_LOGS.resolve("grouping.zip").toString(), LOGS.toString());
        Map<String, String> keys = column("job_key");
        joins(keys, "713538", "713795", "714024"); // by property: two names, and another value under one of them
        joins(keys, "700101", "705459", "705952"); // by a property's pattern: exports of whatever name; load
        joins(keys, "714226", "714476", "714655"); // by a part of the name: etl-a-first, etl-a-second; etl-b-first
        joins(keys, "-0000", "-0005", "-0006"); // by program and argument: wordcount, wordcount; sort
        assertThat(value(keys, "714885")).isEqualTo("rule:adhoc");
        Map<String, String> machines = column("machine_type");
        joins(machines, "-0001", "-0004", "-0002"); // by property: two cores at most; three
        joins(machines, "-0000", "-0003", "local-1795903848251"); // by host: the third worker; none
    }

    /** A query that takes what there is and ends is one to learn from; the others last as long as somebody lets them. */
    @Test
    void streamingThatEndsByItselfIsARunAndOtherIsNone() throws IOException {
        run(RULE_LOGS.resolve("streams.zip").toString());
        String waits = "a streaming application, which waits for data and never ends by itself";
        assertThat(rows().stream().collect(Collectors.toMap(row -> row.get("name"), row -> row.get("left_out"))))
                .containsOnly(
                        Map.entry("stream available", "it had no executors: local mode, or it ended before they came"),
                        Map.entry("stream stopped", waits),
                        Map.entry("stream idle", waits),
                        Map.entry("stream left", waits));
    }

    /** What is read again, kept, written by the run itself or lies in what is read counts once, all else is added up. */
    @Test
    void sizesAreThoseOfDataAndNotOfReading() throws IOException {
        run(RULE_LOGS.resolve("sizes.zip").toString());
        Map<String, String> sizes = rows().stream()
                .collect(Collectors.toMap(
                        row -> row.get("name").replaceFirst("size ", ""),
                        row -> row.get("input_bytes") + " " + row.get("input_from")));
        // texts of 53,570 and 206,000 bytes; tables of 145,948 and 290,178, and one of 140,295 that the run wrote
        assertThat(sizes)
                .containsOnly(
                        Map.entry("same-twice", "53570 first_reads"),
                        Map.entry("kept", "53570 first_reads"),
                        Map.entry("two-files", "259570 first_reads"),
                        Map.entry("nameless", "206000 largest_stage"),
                        Map.entry("none", " "),
                        Map.entry("scan-same", "145948 scanned_files"),
                        Map.entry("scan-own", "145948 scanned_files"),
                        Map.entry("scan-others", "286243 scanned_files"),
                        Map.entry("scan-two", "436126 scanned_files"),
                        Map.entry("scan-nested", "436126 scanned_files"),
                        Map.entry("scan-adaptive", "436126 scanned_files"));
    }
}
