package io.bellamy.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.memory.MemoryRisk;
import io.bellamy.prediction.Answer;
import io.bellamy.prediction.PossibleRun;
import io.bellamy.problem.Counted;
import io.bellamy.problem.Quoted;
import io.bellamy.recommendation.NextRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Runs worth measuring, for people and as JSON; examples/suggestion.schema.json is the contract of the latter. */
public final class NextRunReport {

    private static final int LISTED = 10;

    private NextRunReport() {}

    /** The best runs, and the first of them in a sentence. */
    public static String text(NextRun next) {
        Answer first = next.answers().get(0);
        boolean several = next.answers().size() > 1;
        int known =
                next.answers().stream().mapToInt(answer -> answer.runs().size()).sum();
        List<String> header = new ArrayList<>(
                List.of("rank", "scale-out", "runs known", "runtime [s]", "interval then", "narrower by"));
        if (several) {
            header.add(1, "machine type");
        }
        List<NextRun.Option> listed = next.ranking().stream().limit(LISTED).toList();
        boolean spilling = listed.stream()
                .anyMatch(option -> chance(option, MemoryRisk::spilling).isPresent());
        boolean dying = listed.stream()
                .anyMatch(option -> chance(option, MemoryRisk::dying).isPresent());
        if (spilling) {
            header.add("spills");
        }
        if (dying) {
            header.add("dies");
        }
        TextTable table = new TextTable(header);
        for (int i = 0; i < listed.size(); i++) {
            PossibleRun measurement = listed.get(i).measurement();
            List<String> row = new ArrayList<>(List.of(
                    Integer.toString(i + 1),
                    Integer.toString(measurement.run().scaleOut()),
                    Integer.toString(measurement.known()),
                    String.format(Locale.ROOT, "%.1f", measurement.runtime()),
                    width(listed.get(i).then()),
                    String.format(
                            Locale.ROOT,
                            "%.2f %%",
                            100 * (next.now() - listed.get(i).then()))));
            if (several) {
                row.add(1, Quoted.plain(listed.get(i).answer().machine()));
            }
            if (spilling) {
                row.add(chance(listed.get(i), MemoryRisk::spilling)
                        .map(Words::roundedPercent)
                        .orElse("-"));
            }
            if (dying) {
                row.add(chance(listed.get(i), MemoryRisk::dying)
                        .map(Words::roundedPercent)
                        .orElse("-"));
            }
            table.row(row);
        }
        NextRun.Option best = listed.get(0);
        String end = System.lineSeparator();
        return first.algorithm() + " on " + first.trainingTarget() + ", model "
                + first.model().version() + end
                + Counted.of(known, "run") + " of the context " + (known == 1 ? "is" : "are") + " known; "
                + Words.percent(next.level()) + " of runs lie within "
                + width(next.now()) + " of what is predicted, on average over all scale-outs" + end + end
                + table.toTheRight() + end
                + "measure next: " + Words.cluster(best.measurement().run().scaleOut(), best.answer()) + ": "
                + width(next.now()) + " is expected to become " + width(best.then()) + end;
    }

    private static Optional<Double> chance(NextRun.Option option, Function<MemoryRisk, Optional<Double>> which) {
        return option.risk().flatMap(which);
    }

    private static String width(double share) {
        return String.format(Locale.ROOT, "+- %.2f %%", 100 * share);
    }

    /** One document. */
    public static String json(NextRun next) {
        Answer first = next.answers().get(0);
        ObjectNode document = ReportJson.object()
                .put("training_target", first.trainingTarget())
                .put("algorithm", first.algorithm())
                .put("scale_out_counts", first.counts().toString())
                .put("model_version", first.model().version())
                .put("data_sha256", first.dataDigest())
                .put("interval_level", next.level())
                .put("interval_share", next.now());
        document.set("measure_next", option(next, next.ranking().get(0)));
        ArrayNode ranking = document.putArray("ranking");
        next.ranking().forEach(option -> ranking.add(option(next, option)));
        return ReportJson.text(document) + System.lineSeparator();
    }

    private static ObjectNode option(NextRun next, NextRun.Option option) {
        PossibleRun measurement = option.measurement();
        ObjectNode node =
                ReportJson.object().put("machine_type", option.answer().machineType());
        AnswerJson.size(option.answer()).ifPresent(size -> node.set("per_machine", size));
        option.risk().map(AnswerJson::memory).ifPresent(memory -> node.set("memory", memory));
        return node.put("scale_out", measurement.run().scaleOut())
                .put("runs_known", measurement.known())
                .put("runtime_seconds", measurement.runtime())
                .put("interval_share", option.then())
                .put("gain", next.now() - option.then());
    }
}
