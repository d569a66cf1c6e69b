package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data set whose properties have names of its own: what they are is told by its description. */
class RolesTest {

    private static final String REQUEST = """
            {training_target: mine, algorithm: etl, min_scale_out: 4, max_scale_out: 4,
             essential_properties: {input: 2000},
             machine_types: {slow: {}, fast: {}},
             objective: cheapest, prices: {per_hour: {slow: 1, fast: 1.5}}}
            """;

    @TempDir
    private Path folder;

    private Path descriptor;

    @BeforeEach
    void prepare() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data/mine"));
        descriptor = Files.writeString(data.resolve("dataset.yml"), """
                algorithms:
                  etl:
                    file: runs.csv
                    scale_out: {column: nodes}
                    runtime: {column: seconds}
                    properties:
                      vm: {column: vm, role: machine_type}
                      input: {column: gb, unit: gb, role: data_size}
                      ram: {column: ram, unit: gb, per: node, role: memory}
                      cpus: {column: cpus, per: node, role: slots}
                """);
        StringBuilder rows = new StringBuilder("nodes,seconds,vm,gb,ram,cpus\n");
        for (String vm : List.of("slow", "fast")) {
            for (int gb : new int[] {1, 2, 4}) {
                for (int nodes = 2; nodes <= 8; nodes += 2) {
                    for (int again = 0; again < 3; again++) {
                        double seconds = (vm.equals("fast") ? 400.0 : 1200.0) * gb / nodes + 20 + again;
                        rows.append(nodes + "," + seconds + "," + vm + "," + gb + ",16,4\n");
                    }
                }
            }
        }
        Files.writeString(data.resolve("runs.csv"), rows);
        Files.writeString(
                folder.resolve("config.yml"),
                Files.readString(Path.of("src/test/resources/stored/config.yml"))
                        .replace("[data_size_MB, memory, slots]", "[input, ram, cpus]")
                        .replace("[machine_type, job_type, job_args, data_characteristics, environment]", "[vm]")
                        .replace(
                                "[machine_type, job_args, data_size_MB, data_characteristics, environment]",
                                "[vm, input]")
                        .replace("[job_type, memory, slots]", "[ram, cpus]"));
    }

    private Bellamy run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--config", folder.resolve("config.yml").toString()));
        return Bellamy.run(all.toArray(String[]::new));
    }

    private Bellamy predict(String request, String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "predict", "-r", "-", "--config", folder.resolve("config.yml").toString()));
        all.addAll(List.of(arguments));
        return Bellamy.runWithInput(request, all.toArray(String[]::new));
    }

    @Test
    void machineTypesPricesAndExecutorsGoByTheRoles() {
        Bellamy pretrained = run("pretrain", "-tt", "mine", "-a", "etl", "--quiet");
        assertThat(pretrained.exitCode()).as(pretrained.err()).isZero();
        Bellamy answer = predict(REQUEST);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out())
                .contains(
                        "recommended: 4 x fast",
                        "filled in: ram = 16000 per machine x scale-out, from 36 runs on fast");
        assertThat(predict(REQUEST, "--format", "spark-submit").out())
                .startsWith("--num-executors 4 --executor-cores 4 --executor-memory ");
        assertThat(predict(REQUEST.replace("input: 2000", "input: 2000, vm: fast"))
                        .err())
                .contains("machine_types: must not be given beside essential_properties.vm");
    }

    @Test
    void contextsThatLookDifferentAreToldByTheRoles() {
        Bellamy filtered = run(
                "evaluate",
                "-tt",
                "mine",
                "--support",
                "filtered",
                "--splits",
                "1",
                "--points",
                "1",
                "--methods",
                "scaled,forest",
                "--out",
                folder.resolve("results").toString());
        assertThat(filtered.exitCode()).as(filtered.err()).isZero();
        assertThat(filtered.out())
                .contains(
                        "etl: its contexts do not differ in data_characteristics, arguments, so support is not filtered");
    }

    @Test
    void withoutRolesWhatNeedsThemSaysSo() {
        InputForms.edit(descriptor, ", role: machine_type", "");
        InputForms.edit(descriptor, ", role: data_size", "");
        assertThat(run("pretrain", "-tt", "mine", "-a", "etl", "--quiet").exitCode())
                .isZero();
        assertThat(predict(REQUEST).err())
                .contains("machine_types: no essential property of these data has the role machine_type");
        Bellamy filtered = run(
                "evaluate",
                "-tt",
                "mine",
                "--support",
                "filtered",
                "--out",
                folder.resolve("results").toString());
        assertThat(filtered.exitCode()).isEqualTo(2);
        assertThat(filtered.err())
                .contains("etl: filtered support goes by the properties with the roles machine_type,"
                        + " data_characteristics, arguments, data_size, in none of which its contexts differ");
    }

    @Test
    void aRoleIsOneOfThoseThereAreAndOfOneProperty() {
        InputForms.edit(descriptor, "role: slots", "role: cores");
        assertThat(run("pretrain", "-tt", "mine", "-a", "etl").err())
                .contains("cpus.role: 'cores' must be one of machine_type, data_size, data_characteristics, arguments,"
                        + " memory, slots");
        InputForms.edit(descriptor, "role: cores", "role: memory");
        assertThat(run("pretrain", "-tt", "mine", "-a", "etl").err())
                .contains("properties cpus and ram: only one may have the role memory");
    }
}
