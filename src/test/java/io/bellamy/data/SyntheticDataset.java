package io.bellamy.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A data set like the grep of C3O, of any size: contexts of random machines and data, each run five times on 2 to 12
 * machines. The runtime is a part that does not scale, one that the machines share, and one that grows with them, times
 * log-normal noise.
 */
public final class SyntheticDataset {

    private static final int[] SCALE_OUTS = {2, 4, 6, 8, 10, 12};
    private static final int REPETITIONS = 5;
    private static final int LINE_LENGTH = 100;
    private static final double NOISE = 0.03;

    private static final List<Machine> MACHINES = List.of(
            new Machine("c4.xlarge", 4, 7500, 1.2),
            new Machine("c4.2xlarge", 8, 15000, 1.2),
            new Machine("m4.xlarge", 4, 16000, 1),
            new Machine("m4.2xlarge", 8, 32000, 1),
            new Machine("r4.xlarge", 4, 30500, 1.1),
            new Machine("r4.2xlarge", 8, 61000, 1.1));

    private record Machine(String name, int slots, int memory, double speed) {}

    private SyntheticDataset() {}

    /**
     * Writes a data set for {@code -tt synthetic -a grep}.
     *
     * @param arguments the data folder, how many rows (a multiple of 30), the seed
     */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
    }

    static void write(Path dataFolder, int rows, long seed) throws IOException {
        Path home = Files.createDirectories(dataFolder.resolve("synthetic"));
        Files.writeString(home.resolve("dataset.yml"), """
                title: Synthetic runs, to measure with
                algorithms:
                  grep:
                    file: grep.csv
                    scale_out: {column: instance_count}
                    runtime: {column: gross_runtime, unit: s}
                    properties:
                      machine_type: {column: machine_type}
                      environment: {constant: synthetic}
                      slots: {column: slots}
                      memory: {column: memory, unit: MB}
                      data_size_MB: {column: data_size_MB, unit: MB}
                      job_type: {constant: grep-spark}
                      job_args: {constant: computer}
                      data_characteristics: {template: "{line_length:float} {lines:float} {p_occurrence:float}"}
                """, StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        lines.add("instance_count,machine_type,slots,memory,data_size_MB,line_length,lines,p_occurrence,gross_runtime");
        SplittableRandom random = new SplittableRandom(seed);
        for (int context = 0; context < rows / (SCALE_OUTS.length * REPETITIONS); context++) {
            lines.addAll(context(random));
        }
        Files.write(home.resolve("grep.csv"), lines, StandardCharsets.UTF_8);
    }

    private static List<String> context(SplittableRandom random) {
        Machine machine = MACHINES.get(random.nextInt(MACHINES.size()));
        int gigabytes = random.nextInt(5, 100);
        long dataLines = gigabytes * 1_000_000_000L / LINE_LENGTH;
        double occurrence = random.nextInt(1, 20) / 20.0;
        List<String> lines = new ArrayList<>();
        for (int scaleOut : SCALE_OUTS) {
            double shared = 40.0 * gigabytes * (1 + occurrence) / machine.slots() / machine.speed();
            double runtime = 30 + shared / scaleOut + 2.0 * scaleOut;
            for (int repetition = 0; repetition < REPETITIONS; repetition++) {
                lines.add(String.join(
                        ",",
                        String.valueOf(scaleOut),
                        machine.name(),
                        String.valueOf(machine.slots() * scaleOut),
                        String.valueOf(machine.memory() * scaleOut),
                        String.valueOf(1000 * gigabytes),
                        String.valueOf(LINE_LENGTH),
                        String.valueOf(dataLines),
                        String.valueOf(occurrence),
                        String.valueOf(runtime * Math.exp(NOISE * random.nextGaussian()))));
            }
        }
        return lines;
    }
}
