package io.bellamy.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.recommendation.Candidate;
import io.bellamy.saving.JobSaving;
import io.bellamy.saving.SavingOutcome.NotLooked;
import io.bellamy.saving.SavingsSummary;
import java.util.SortedMap;

/** What jobs could save, as JSON; examples/report.schema.json is its contract. */
public final class SavingsJson {

    private SavingsJson() {}

    /** One document. */
    public static String text(SavingsSummary summary) {
        ObjectNode document = ReportJson.object().put("training_target", summary.target());
        SortedMap<String, Double> totals = summary.aMonth();
        boolean several = summary.currencies().size() > 1;
        if (summary.currencies().size() == 1) {
            document.put("currency", summary.currencies().first());
        }
        summary.savings().stream()
                .findFirst()
                .map(JobSaving::basis)
                .ifPresent(basis -> AnswerJson.basis(document, basis));
        if (!several) {
            totals.values().forEach(amount -> document.put("saving_a_month", amount));
        }
        ArrayNode amounts = document.putArray("totals");
        totals.forEach((currency, amount) ->
                amounts.addObject().put("currency", currency).put("saving_a_month", amount));
        ArrayNode jobs = document.putArray("jobs");
        summary.savings().forEach(saving -> jobs.add(job(saving)));
        ArrayNode others = document.putArray("not_told");
        summary.outcomes().forEach(outcome -> {
            if (outcome instanceof NotLooked none) {
                others.addObject().put("name", none.name()).put("reason", none.reason());
            }
        });
        return ReportJson.text(document);
    }

    private static ObjectNode job(JobSaving saving) {
        ObjectNode node = ReportJson.object()
                .put("name", saving.job().name())
                .put("algorithm", saving.job().algorithm());
        saving.job().arguments().ifPresent(arguments -> node.put("arguments", arguments));
        node.put("scale_out_counts", saving.job().counts().toString());
        node.put("model_version", saving.best().answer().model().version());
        node.put("usual_seconds", saving.seconds());
        node.set("usual", cluster(saving.usual()));
        node.set("cheapest", cluster(saving.best()));
        node.put("kept", saving.isKept());
        saving.runsAMonth().ifPresent(runs -> node.put("runs_a_month", runs));
        saving.passedOver().ifPresent(other -> node.set("too_small", cluster(other)));
        node.put("currency", saving.currency()).put("saving_a_run", saving.ofARun());
        saving.aMonth().ifPresent(amount -> node.put("saving_a_month", amount));
        saving.range().ifPresent(range -> node.putObject("saving_a_run_interval")
                .put("level", JobSaving.LEVEL)
                .put("least", range.least())
                .put("most", range.most()));
        saving.chanceToKeep().ifPresent(chance -> node.put("chance_to_keep_time", chance));
        saving.chanceToSave().ifPresent(chance -> node.put("chance_to_save", chance));
        saving.deadline().ifPresent(deadline -> {
            ObjectNode within = node.putObject("deadline").put("seconds", deadline.seconds());
            deadline.confidence().ifPresent(wanted -> within.put("confidence", wanted));
            within.put("met", saving.met());
        });
        return node;
    }

    private static ObjectNode cluster(Candidate candidate) {
        ObjectNode node = ReportJson.object();
        if (!candidate.machineType().isEmpty()) {
            node.put("machine_type", candidate.machineType());
        }
        node.put("scale_out", candidate.scaleOut()).put("predicted_seconds", candidate.runtime());
        candidate.prediction().interval().ifPresent(interval -> node.put("lower_seconds", interval.lower())
                .put("upper_seconds", interval.upper()));
        node.put("cost", candidate.cost().orElseThrow());
        AnswerJson.memory(candidate).ifPresent(memory -> node.set("memory", memory));
        return node;
    }
}
