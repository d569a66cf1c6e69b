package io.bellamy.histories;

import io.bellamy.histories.Errors.Compared;
import io.bellamy.histories.Evaluated.Column;
import io.bellamy.histories.Evaluated.Right;
import io.bellamy.histories.Forecasts.Forecast;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Asks the program about a variant of C3O that was written.
 *
 * @param variant which
 * @param folder where it is, and where answers go
 * @param launcher the program
 * @param splits of evaluations
 * @param contexts how many an evaluation holds out of each algorithm, where not each
 */
record VariantRun(C3oVariant variant, Path folder, Launcher launcher, int splits, Optional<Integer> contexts) {

    static final String METHOD = "bellamy";
    static final String ALL = "all contexts";
    static final String ALONE = "no other context";

    /** Nothing where the program failed, which it then told. */
    Map<Column, List<Compared>> answers() throws IOException {
        return switch (variant) {
            case SLOTS -> evaluated(ALL, Right.MEASURED);
            case OUTLIERS -> evaluated(ALL, clean(folder.resolve(variant.toString())));
            case SINGLE -> Evaluated.merged(asked(), evaluated(ALL, Right.MEASURED));
            case DRIFT -> asked();
            case UNSEEN -> unseen();
            case TWO_CONTEXTS ->
                Evaluated.merged(
                        evaluated(ALL, Right.MEASURED), evaluated(ALONE, Right.MEASURED, "--support", "local"));
            case ONE_CONTEXT -> evaluated(ALONE, Right.MEASURED, "--support", "local");
        };
    }

    private Map<Column, List<Compared>> evaluated(String support, Right right, String... options) throws IOException {
        Path results = folder.resolve("evaluation-" + String.join("-", options).hashCode());
        List<String> arguments = new ArrayList<>(
                List.of("evaluate", "-tt", variant.toString(), "--data-dir", folder.toString(), "--methods", METHOD));
        arguments.addAll(List.of("--splits", Integer.toString(splits), "--out", results.toString()));
        contexts.ifPresent(count -> arguments.addAll(List.of("--contexts", count.toString())));
        arguments.addAll(List.of(options));
        return launcher.start(folder.resolve("evaluate.out"), arguments.toArray(String[]::new))
                ? Evaluated.read(results, METHOD, support, right)
                : Map.of();
    }

    /** The single context of each machine type, from all others. */
    private Map<Column, List<Compared>> unseen() throws IOException {
        Map<String, List<String>> algorithms = new TreeMap<>();
        for (String algorithm : C3oRuns.ALGORITHMS) {
            for (String type : C3oVariant.types(C3oRuns.read(algorithm))) {
                algorithms.computeIfAbsent(type, any -> new ArrayList<>()).add(C3oVariant.alone(algorithm, type));
            }
        }
        Map<Column, List<Compared>> all = Map.of();
        for (Map.Entry<String, List<String>> type : algorithms.entrySet()) {
            String names = String.join(",", type.getValue());
            all = Evaluated.merged(
                    all, evaluated(ALL, Right.MEASURED, "-a", names, "--only", "machine_type=" + type.getKey()));
        }
        return all;
    }

    /** Pretrains on what is known and asks about what is held out. */
    private Map<Column, List<Compared>> asked() throws IOException {
        Path answers = folder.resolve("answers.jsonl");
        if (!launcher.pretrain(variant.toString(), folder, folder)
                || !launcher.predict(folder.resolve("requests.jsonl"), folder, folder, answers)) {
            return Map.of();
        }
        return scored(folder.resolve("measured.csv"), answers);
    }

    /** By how many runs of the context were known. */
    static Map<Column, List<Compared>> scored(Path measured, Path answers) throws IOException {
        Forecasts forecasts = Forecasts.read(answers);
        return Measurement.read(measured).stream()
                .collect(Collectors.groupingBy(
                        run -> new Column(ALL, "held out", run.known()),
                        TreeMap::new,
                        Collectors.mapping(
                                run -> compared(run, forecasts.at(run.request(), run.scaleOut())),
                                Collectors.toList())));
    }

    private static Compared compared(Measurement run, Optional<Forecast> forecast) {
        double seconds = run.seconds();
        return new Compared(
                Integer.toString(run.request()),
                forecast.map(Forecast::seconds).orElse(Double.NaN),
                seconds,
                forecast.filter(one -> one.lower() <= seconds && seconds <= one.upper())
                        .isPresent());
    }

    /** Finds what a run would have taken by what it took. */
    static Right clean(Path dataset) throws IOException {
        Map<String, Map<Double, Double>> runs = new HashMap<>();
        for (String algorithm : C3oVariant.TWO) {
            Map<Double, Double> clean = new HashMap<>();
            for (Map<String, String> row :
                    Rows.read(dataset.resolve(algorithm + ".csv")).rows()) {
                clean.put(Double.valueOf(row.get(C3oRuns.SECONDS)), Double.valueOf(row.get(C3oVariant.CLEAN)));
            }
            runs.put(algorithm, clean);
        }
        return (algorithm, measured) -> runs.get(algorithm).get(measured);
    }
}
