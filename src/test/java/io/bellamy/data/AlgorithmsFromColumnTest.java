package io.bellamy.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.job.Name;
import io.bellamy.job.ScaleOutUnit;
import io.bellamy.problem.Limits;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A column tells which algorithms there are. */
class AlgorithmsFromColumnTest {

    private static final String DESCRIPTION = """
            algorithms_from: {column: job}
            defaults:
              file: runs.csv
              scale_out: {column: nodes}
              runtime: {column: seconds}
              rows: {column: status, equals: ok}
              properties:
                machine_type: {column: vm}
            """;

    private static final String RUNS = """
            nodes,seconds,job,status,vm
            2,1,nightly/orders,ok,m1
            2,2,sort,ok,m1
            2,3,Sort,ok,m1
            2,4,nightly/orders,ok,m2
            2,5,broken,failed,m1
            2,6,"Ümläuts, and more",ok,m1
            2,7,all,ok,m1
            """;

    @TempDir
    private Path folder;

    private OwnTable table(String description) {
        return OwnTable.in(folder).described(description).with("runs.csv", RUNS);
    }

    @Test
    void eachValueIsAnAlgorithmWithASafeName() {
        OwnTable table = table(DESCRIPTION);
        assertThat(table.catalog().algorithms("mine"))
                .containsExactly(
                        "nightly-orders", "sort-5124f222", "Sort-f1165d1c", "Umlauts-and-more", "all-3b1871dd");
        assertThat(table.runtimes("nightly-orders")).containsExactly(1.0, 4.0);
        assertThat(table.runtimes("Sort-f1165d1c")).containsExactly(3.0);
        assertThat(table.refusal("nightly/orders"))
                .contains("has no algorithm 'nightly/orders'; it has nightly-orders ('nightly/orders' there), sort-");
        assertThat(table.catalog().isJoint("mine", "all")).isTrue();
    }

    @Test
    void anAlgorithmMaySayMoreOfItself() {
        OwnTable table = table(DESCRIPTION + """
                algorithms:
                  nightly-orders:
                    rows: {column: vm, equals: m2}
                    runtime: {column: seconds, unit: min}
                    properties:
                      job_args: {constant: "--all"}
                """);
        Dataset orders = table.load("nightly-orders");
        assertThat(orders.runs()).singleElement().satisfies(run -> {
            assertThat(run.runtime()).isEqualTo(240);
            assertThat(run.properties().texts()).isEqualTo(Map.of("machine_type", "m2", "job_args", "--all"));
        });
        assertThat(table.load("Umlauts-and-more").runs().get(0).properties().texts())
                .containsOnlyKeys("machine_type");
    }

    @Test
    void aNewJobIsThereWhenTheFileHasIt() {
        OwnTable table = table(DESCRIPTION);
        DatasetCatalog catalog = table.catalog();
        assertThat(catalog.algorithms("mine")).doesNotContain("new");
        table.with("runs.csv", RUNS + "2,8,new,ok,m1\n");
        assertThat(catalog.algorithms("mine")).contains("new");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "algorithms_from: {column: job}|algorithms_from: {colum: job}|algorithms_from.colum: unknown key",
                "algorithms_from: {column: job}|algorithms_from: {column: jab}|runs.csv:1: column 'jab' is missing",
                "defaults:|joins: [c3o]\\ndefaults:|must have either algorithms or joins, where algorithms_from stands for algorithms",
                "defaults:|algorithms: {nightly_orders: {}}\\ndefaults:|dataset.yml:2: algorithms.nightly_orders: column 'job' names no such algorithm; the nearest is nightly-orders",
                "defaults:|algorithms: {broken: {file: other.csv}, nightly-orders: {file: other.csv}}\\ndefaults:|algorithms.nightly-orders: file: must be left out, since algorithms_from reads that of the defaults",
                "  file: runs.csv|  fil: runs.csv|defaults: file: is missing",
                "equals: ok|equals: none|runs.csv: has no row with status 'none', so column 'job' names no algorithm",
                "equals: ok|equals: OK|so column 'job' names no algorithm; column 'status': 'ok' is not taken for 'OK', whose capitals are others",
                "rows: {column: status, equals: ok}|rows: {column: vm, above: 1}|runs.csv:2: column 'vm': 'm1' must be a number"
            })
    void whatIsWrongIsTold(String right, String wrong, String message) {
        OwnTable table = table(DESCRIPTION.replace(right, wrong.replace("\\n", "\n")));
        assertThat(table.refusal("sort")).contains(message);
    }

    @Test
    void aRowOfNoJobAndAColumnThatNamesRunsAreRefused() {
        OwnTable table = table(DESCRIPTION).with("runs.csv", RUNS + "2,8,,ok,m1\n");
        assertThat(table.refusal("sort"))
                .contains("runs.csv:9: column 'job': '' must be the name of a job, or rows must");
        StringBuilder many = new StringBuilder("nodes,seconds,job,status,vm\n");
        for (int i = 0; i <= 20_000; i++) {
            many.append("2,1,run").append(i).append(",ok,m1\n");
        }
        assertThat(table.with("runs.csv", many.toString()).refusal("sort"))
                .contains("column 'job' has more than 20000 values: does it name jobs, and not runs?");
    }

    @Property
    void namesAreHarmlessTellJobsApartAndDoNotDependOnTheOrder(
            @ForAll @Size(min = 1, max = 12) Set<@NotBlank String> jobs) {
        Map<String, String> names = names(jobs.stream().toList());
        assertThat(names).isEqualTo(names(jobs.stream().sorted().toList()));
        assertThat(names.keySet())
                .allSatisfy(name -> assertThat(Name.objection(name)).isEmpty())
                .noneMatch(DatasetCatalog.ALL::equalsIgnoreCase);
        assertThat(names.keySet().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()))
                .hasSameSizeAs(names.keySet());
        assertThat(names.values()).doesNotHaveDuplicates();
    }

    private static Map<String, String> names(List<String> jobs) {
        JobNames names = new JobNames("a file", rows(), "job", Limits.DEFAULTS);
        jobs.stream()
                .filter(job -> !job.isBlank())
                .forEach(job -> names.add(new SourceRow() {
                    @Override
                    public long line() {
                        return 1;
                    }

                    @Override
                    public String get(String column) {
                        return job;
                    }
                }));
        return new TreeMap<>(names.byAlgorithm(false));
    }

    private static AlgorithmDescriptor rows() {
        return new AlgorithmDescriptor(
                new TableForm("runs.csv", Optional.empty(), ',', DecimalMark.POINT),
                List.of(),
                "nodes",
                ScaleOutUnit.MACHINES,
                new RuntimeSource.Taken("seconds", TimeUnit.S),
                List.of(),
                Optional.empty(),
                OutlierRule.KEEP,
                Map.of(),
                Optional.empty(),
                MadeColumns.NONE);
    }
}
