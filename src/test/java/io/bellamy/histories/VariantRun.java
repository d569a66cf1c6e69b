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

/**
 * Asks the program about a variant of C3O that was written.
 *
 * @param variant which
 * @param folder where it is, and where answers go
 * @param launcher the program
 * @param splits of evaluations
 */
record VariantRun(C3oVariant variant, Path folder, Launcher launcher, int splits) {

    static final String METHOD = "bellamy";
    static final String ALL = "all contexts";
    static final String ALONE = "no other context";

    /** Nothing where the program failed, which it then told. */
    Map<Column, List<Compared>> answers() throws IOException {
        return switch (variant) {
            case SLOTS -> evaluated(ALL, Right.MEASURED);
            case OUTLIERS -> evaluated(ALL, clean(folder.resolve(variant.toString())));
            case SINGLE, DRIFT -> asked();
            case UNSEEN -> unseen();
            case TWO_CONTEXTS, ONE_CONTEXT -> {
                Map<Column, List<Compared>> both = new TreeMap<>(evaluated(ALL, Right.MEASURED));
                both.putAll(evaluated(ALONE, Right.MEASURED, "--support", "local"));
                yield both;
            }
        };
    }

    private Map<Column, List<Compared>> evaluated(String support, Right right, String... options) throws IOException {
        Path results = folder.resolve("evaluation-" + String.join("-", options).hashCode());
        List<String> arguments = new ArrayList<>(
                List.of("evaluate", "-tt", variant.toString(), "--data-dir", folder.toString(), "--methods", METHOD));
        arguments.addAll(List.of("--splits", Integer.toString(splits), "--out", results.toString()));
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
        Map<Column, List<Compared>> all = new TreeMap<>();
        for (Map.Entry<String, List<String>> type : algorithms.entrySet()) {
            String names = String.join(",", type.getValue());
            evaluated(ALL, Right.MEASURED, "-a", names, "--only", "machine_type=" + type.getKey())
                    .forEach((column, some) -> all.computeIfAbsent(column, any -> new ArrayList<>())
                            .addAll(some));
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
        Forecasts forecasts = Forecasts.read(answers);
        Map<Column, List<Compared>> all = new TreeMap<>();
        for (Measurement run : Measurement.read(folder.resolve("measured.csv"))) {
            all.computeIfAbsent(new Column(ALL, "held out", run.known()), any -> new ArrayList<>())
                    .add(compared(run, forecasts.at(run.request(), run.scaleOut())));
        }
        return all;
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
