package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The options of the choice for spark-submit. */
class SparkSubmitTest extends OwnModelCases {

    @Test
    void sparkSubmitGetsOneExecutorOnEveryMachine() {
        String request = yaml("4000") + "optional_properties_per_node: {slots: 8, memory: 15728.64}\n";
        Bellamy alone = predict(request, "-", "--format", "spark-submit", "--objective", "cheapest");
        assertThat(alone.exitCode()).as(alone.err()).isZero();
        // three quarters of 15000 MiB, of which a tenth is overhead
        assertThat(alone.out())
                .isEqualTo("--num-executors 2 --executor-cores 8 --executor-memory 10227m" + System.lineSeparator());
        assertThat(alone.err()).isEmpty();
        Bellamy unknown = predict(yaml("4000") + "---\n" + yaml("x"), "-", "--format", "spark-submit");
        assertThat(unknown.out().lines().toList()).hasSize(2).first().satisfies(line -> assertThat(line)
                .matches("--num-executors \\d+"));
        assertThat(unknown.out().lines().skip(1)).allMatch(line -> line.startsWith("# standard input:"));
        assertThat(unknown.err())
                .contains("standard input:1: executor cores are left out: slots is not known")
                .contains("standard input:1: executor memory is left out: memory is not known");
        // what does not meet the limit must not be submitted by mistake
        Bellamy unmet = predict(request, "-", "--format", "spark-submit", "--max-runtime", "1");
        assertThat(unmet.exitCode()).isEqualTo(6);
        assertThat(unmet.out()).startsWith("# nothing is within 1 s");
    }

    /** On 4 machines; what is given in MB are whole MiB, in which Spark is told. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Spark needs 450 MiB: 1112 MiB * 0.75 - 384 MiB
                "per_node: {slots: 1, memory: 1166.016512}|--executor-cores 1 --executor-memory 450m|",
                "per_node: {slots: 1, memory: 1164.967936}|--executor-cores 1|executor memory is left out: of the 1164.97 MB that there are"
                        + " 449 MiB would remain for an executor, and Spark does not start with less than 450",
                "per_node: {slots: 1, memory: 512}|--executor-cores 1|512 MB that there are 0 MiB would remain",
                "per_node: {slots: 1, memory: 0.5}|--executor-cores 1|0.50 MB that there are 0 MiB would remain",
                "per_node: {slots: 1, memory: 1e30}|--executor-cores 1|more would remain for an executor than Spark can be told",
                ": {slots: 4, memory: 17179.869184}|--executor-cores 1 --executor-memory 2688m|",
                ": {slots: 2, memory: 17179.869184}|--executor-memory 2688m|4 machines share 2 slots, which is less than one for each",
                ": {slots: 10, memory: 17179.869184}|--executor-cores 2 --executor-memory 2688m"
                        + "|executor cores are rounded down: 4 machines share 10 slots, 2.50 each",
                "per_node: {slots: 1e30}||which is too many for each",
                "per_node: {memory: 4294.967296}|--executor-memory 2688m|executor cores are left out: slots is not known"
            })
    void whatSparkCanNotTakeIsLeftOutWithAReason(String given, String options, String why) {
        String request = "min_scale_out: 4\nmax_scale_out: 4\n"
                + "essential_properties: {machine_type: small, data_size_MB: 4000}\noptional_properties"
                + (given.startsWith("per") ? "_" : "") + given + "\n";
        Bellamy outcome = predict(request, "-", "--format", "spark-submit");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .isEqualTo(("--num-executors 4 " + (options == null ? "" : options)).strip() + System.lineSeparator());
        if (why == null) {
            assertThat(outcome.err()).isEmpty();
        } else {
            assertThat(outcome.err()).contains("standard input: executor ").contains(why);
        }
    }

    private Bellamy predict(String input, String request, String... more) {
        return Bellamy.runWithInput(
                input, OwnFolder.with(own.arguments("predict", "-a", "wordcount", "-r", request), more));
    }

    private static String yaml(String size) {
        return "min_scale_out: 2\nmax_scale_out: 4\nessential_properties: {machine_type: small, data_size_MB: " + size
                + "}\n";
    }
}
