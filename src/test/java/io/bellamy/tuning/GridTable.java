package io.bellamy.tuning;

import io.bellamy.config.Configuration;
import io.bellamy.config.ConfigurationReader;
import io.bellamy.golden.GoldenData;
import io.bellamy.service.ModelKinds;
import io.bellamy.training.Checkpoints;
import io.bellamy.training.NetworkTrainer;
import io.bellamy.tuning.ParameterRange.Choices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What comes of every cell of the original's grid on c3o grep: the validation loss after every 50 epochs, one line a
 * cell. The main method trains all cells and writes the table; searches on it then take no time.
 *
 * @param space the grid
 * @param losses by cell, in the order of the space's parameters, and epoch
 */
record GridTable(SearchSpace space, Map<List<Double>, TreeMap<Integer, Double>> losses) {

    static final Path FILE = Path.of("src/test/resources/search/c3o-grep-grid.csv");
    static final Path CONFIGURATION = Path.of("examples/original-config.yml");

    private static final int EVERY = 50;

    static GridTable read() throws IOException {
        return read(FILE);
    }

    static GridTable read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> epochs =
                List.of(lines.get(0).split(",")).subList(3, lines.get(0).split(",").length);
        Map<List<Double>, TreeMap<Integer, Double>> losses = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<Double> numbers =
                    List.of(line.split(",")).stream().map(Double::valueOf).toList();
            TreeMap<Integer, Double> own = new TreeMap<>();
            for (int i = 0; i < epochs.size(); i++) {
                own.put(Integer.valueOf(epochs.get(i)), numbers.get(3 + i));
            }
            losses.put(numbers.subList(0, 3), own);
        }
        return new GridTable(
                ConfigurationReader.read(CONFIGURATION, ModelKinds.ALL.names())
                        .search()
                        .space(),
                losses);
    }

    /** The losses of a cell by epoch. */
    TreeMap<Integer, Double> losses(Map<String, Double> parameters) {
        return losses.get(List.copyOf(parameters.values()));
    }

    /** The best loss of all cells at any epoch. */
    double optimum() {
        return losses.values().stream()
                .flatMap(own -> own.values().stream())
                .mapToDouble(Double::doubleValue)
                .min()
                .orElseThrow();
    }

    /** Trains all cells; for another table of an algorithm of C3O: {@code <algorithm> <file>}. */
    public static void main(String[] arguments) throws IOException {
        String algorithm = arguments.length == 2 ? arguments[0] : "grep";
        Path file = arguments.length == 2 ? Path.of(arguments[1]) : FILE;
        Configuration configuration = ConfigurationReader.read(CONFIGURATION, ModelKinds.ALL.names());
        SearchSpace space = configuration.search().space();
        List<Map<String, Double>> cells = cells(space);
        List<TreeMap<Integer, Double>> losses = new ArrayList<>();
        cells.forEach(cell -> losses.add(new TreeMap<>()));
        int epochs = configuration.pretraining().epochs();
        Sampler inTurn = (all, finished, pending, random) -> cells.get(finished.size() + pending.size());
        Scheduler recording = new Scheduler() {
            @Override
            public Decision report(int trial, int epoch, double value) {
                if (epoch % EVERY == 0) {
                    losses.get(trial).put(epoch, value);
                }
                return Decision.CONTINUE;
            }

            @Override
            public boolean remembers(int trial, int epoch) {
                return false;
            }

            @Override
            public int maxEpochs() {
                return epochs;
            }
        };
        Study study = new Study(
                space,
                inTurn,
                recording,
                new Study.StudyOptions(0, cells.size(), cells.size(), OptionalDouble.empty()));
        new NetworkTrainer(
                        configuration.pipeline(),
                        configuration.hiddenDim(),
                        configuration.pretraining(),
                        configuration.fineTuning().options(),
                        false,
                        configuration.search().metric())
                .search(
                        GoldenData.load("c3o", algorithm).runs(),
                        study,
                        4,
                        configuration.search().metric(),
                        (finished, running, done, spared) -> {},
                        Checkpoints.NONE);
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", cells.get(0).keySet()) + ","
                + losses.get(0).keySet().stream().map(String::valueOf).collect(Collectors.joining(",")));
        for (int i = 0; i < cells.size(); i++) {
            lines.add(cells.get(i).values().stream().map(String::valueOf).collect(Collectors.joining(",")) + ","
                    + losses.get(i).values().stream()
                            .map(loss -> String.format(Locale.ROOT, "%.4f", loss))
                            .collect(Collectors.joining(",")));
        }
        Files.write(file, lines);
    }

    private static List<Map<String, Double>> cells(SearchSpace space) {
        List<List<Double>> values = List.of(List.of());
        for (Parameter parameter : space.parameters()) {
            List<List<Double>> longer = new ArrayList<>();
            for (List<Double> start : values) {
                for (double choice : ((Choices) parameter.range()).values()) {
                    List<Double> more = new ArrayList<>(start);
                    more.add(choice);
                    longer.add(more);
                }
            }
            values = longer;
        }
        return values.stream()
                .map(numbers ->
                        space.fill(parameter -> numbers.get(space.parameters().indexOf(parameter))))
                .toList();
    }
}
