package io.bellamy.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.job.Request;
import io.bellamy.memory.MemoryRisk;
import io.bellamy.model.Grounds;
import io.bellamy.prediction.Answer;
import io.bellamy.recommendation.Candidate;
import io.bellamy.recommendation.CostBasis;
import io.bellamy.recommendation.Limit;
import io.bellamy.recommendation.Limit.Quantity;
import io.bellamy.recommendation.Objective;
import io.bellamy.recommendation.Recommendation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of a recommendation in JSON. */
final class AnswerJson {

    private final Recommendation recommendation;

    AnswerJson(Recommendation recommendation) {
        this.recommendation = recommendation;
    }

    /** What was predicted for one machine type, and what that rests on. */
    ObjectNode answer(Answer answer) {
        ObjectNode node = ReportJson.object();
        node.set("request", request(answer));
        node.put("scale_out_counts", answer.counts().toString())
                .put("model_version", answer.model().version())
                .put("data_sha256", answer.dataDigest());
        ObjectNode model =
                node.putObject("model").put("training_runs", answer.model().runs());
        answer.model().age().ifPresent(age -> model.put("age_seconds", age.toSeconds()));
        node.set("context", texts(answer.context()));
        ArrayNode filledIn = node.putArray("filled_in");
        answer.filledIn().forEach(filled -> filledIn.addObject()
                .put("property", filled.property())
                .put("value", filled.value())
                .put("from", filled.from()));
        node.set("fine_tuning", fineTuning(answer));
        answer.grounds().ifPresent(grounds -> node.set("rests_on", restsOn(grounds)));
        ArrayNode warnings = node.putArray("warnings");
        answer.warnings().forEach(warnings::add);
        List<Candidate> candidates = recommendation.ranking().stream()
                .filter(candidate -> candidate.answer().equals(answer))
                .sorted(Comparator.comparingInt(Candidate::scaleOut))
                .toList();
        ArrayNode predictions = node.putArray("predictions");
        candidates.forEach(candidate -> predictions.add(point(candidate)));
        node.set("fastest", point(candidates.stream().min(Objective.BY_RUNTIME).orElseThrow()));
        return node;
    }

    private static ObjectNode fineTuning(Answer answer) {
        Answer.FineTuned tuned = answer.fineTuning();
        ObjectNode node = ReportJson.object()
                .put("runs", tuned.runs())
                .put("scale_outs", tuned.scaleOuts())
                .put("epochs", tuned.epochs())
                .put("best_epoch", tuned.bestEpoch())
                .put("mae_seconds", tuned.mae());
        ArrayNode excludedBy = node.putArray("excluded_by");
        tuned.excludedBy().forEach(excludedBy::add);
        answer.measured().ifPresent(days -> node.put("oldest_run", days.oldest().toString())
                .put("newest_run", days.newest().toString()));
        return node;
    }

    private static ObjectNode restsOn(Grounds grounds) {
        ObjectNode node = ReportJson.object().put("runs", grounds.runs()).put("likeness", grounds.likeness());
        grounds.newest().ifPresent(day -> node.put("newest_run", day.toString()));
        grounds.change().ifPresent(change -> node.putObject("level_change")
                .put("before", change.before().toString())
                .put("since", change.since().toString())
                .put("ratio", change.ratio()));
        grounds.possibleChange().ifPresent(change -> node.putObject("possible_change")
                .put("since", change.since().toString())
                .put("runs", change.runs())
                .put("ratio", change.ratio())
                .put("at_least", change.atLeast())
                .put("probability", change.probability()));
        return node;
    }

    private static ObjectNode request(Answer answer) {
        Request asked = answer.request();
        ObjectNode node = ReportJson.object()
                .put("training_target", answer.trainingTarget())
                .put("algorithm", answer.algorithm())
                .put("min_scale_out", asked.scaleOuts().least())
                .put("max_scale_out", asked.scaleOuts().most());
        asked.day().ifPresent(day -> node.put("day", day.toString()));
        node.set("essential_properties", texts(asked.essential()));
        node.set("optional_properties", texts(asked.optional()));
        node.set("optional_properties_per_node", texts(asked.optionalPerNode()));
        return node;
    }

    /** What was looked for. */
    ObjectNode objective() {
        Objective objective = recommendation.objective();
        ObjectNode node = ReportJson.object().put("goal", objective.goal().toString());
        recommendation.currency().ifPresent(currency -> node.put("currency", currency));
        basis(node, recommendation.basis());
        if (recommendation.answers().stream().anyMatch(answer -> answer.memory().isPresent())) {
            node.put("most_spilling_probability", recommendation.memory().mostSpilling())
                    .put("most_dying_probability", recommendation.memory().mostDying());
        }
        objective.limit().ifPresent(limit -> {
            node.put(limit.quantity() == Quantity.RUNTIME ? "max_runtime_seconds" : "max_cost", limit.value());
            limit.confidence().ifPresent(confidence -> node.put("confidence", confidence));
        });
        return node;
    }

    /** A cluster with its machine type. */
    ObjectNode candidate(Candidate candidate) {
        ObjectNode node = ReportJson.object().put("machine_type", candidate.machineType());
        size(candidate.answer()).ifPresent(size -> node.set("per_machine", size));
        node.setAll(point(candidate));
        return node;
    }

    /** What a machine has, where several sizes are compared. */
    static Optional<ObjectNode> size(Answer answer) {
        Request asked = answer.request();
        ObjectNode node = ReportJson.object();
        asked.compared().forEach(name -> node.put(name, asked.optionalPerNode().get(name)));
        return node.isEmpty() ? Optional.empty() : Optional.of(node);
    }

    private ObjectNode point(Candidate candidate) {
        ObjectNode node =
                ReportJson.object().put("scale_out", candidate.scaleOut()).put("runtime_seconds", candidate.runtime());
        candidate.prediction().interval().ifPresent(interval -> node.putObject("interval")
                .put("level", interval.level())
                .put("lower_seconds", interval.lower())
                .put("upper_seconds", interval.upper()));
        candidate.cost().ifPresent(cost -> node.put("cost", cost));
        candidate.rate().ifPresent(rate -> {
            CostBasis basis = recommendation.basis();
            if (basis.startup() > 0) {
                node.put("startup_cost", rate.ofStartup());
            }
            basis.driver().ifPresent(type -> node.put("driver_cost", rate.ofDriver(candidate.runtime())));
        });
        memory(candidate)
                .ifPresent(memory -> node.set("memory", memory.put("enough", candidate.fits(recommendation.memory()))));
        recommendation
                .objective()
                .limit()
                .flatMap((Limit limit) -> limit.chance(candidate))
                .ifPresent(chance -> node.put("probability", chance));
        return node;
    }

    /** What is in costs beside machines while they run. */
    static void basis(ObjectNode node, CostBasis basis) {
        if (basis.startup() > 0) {
            node.put("startup_seconds", basis.startup());
        }
        basis.driver()
                .ifPresent(type ->
                        node.putObject("driver").put("machine_type", type).put("at_spot_prices", basis.driverAtSpot()));
        basis.spot().ifPresent(day -> node.put("spot_prices_of", day.toString()));
    }

    /** How likely a cluster is short of memory, where that is known. */
    static Optional<ObjectNode> memory(Candidate candidate) {
        return candidate.prediction().memory().map(AnswerJson::memory);
    }

    static ObjectNode memory(MemoryRisk risk) {
        ObjectNode node = ReportJson.object();
        risk.spilling().ifPresent(chance -> node.put("spilling_probability", chance));
        risk.dying().ifPresent(chance -> node.put("dying_probability", chance));
        return node;
    }

    /** How much memory of a machine would do where none does, and what would be recommended if it did. */
    ObjectNode recommendation() {
        ObjectNode node = candidate(recommendation.choice()).put("meets_limit", recommendation.met());
        MemoryWords.enough(recommendation).ifPresent(megabytes -> node.put("enough_memory_MB", megabytes));
        recommendation.passedOver().ifPresent(other -> node.set("too_small", candidate(other)));
        return node;
    }

    private static ObjectNode texts(Map<String, String> values) {
        ObjectNode node = ReportJson.object();
        values.forEach(node::put);
        return node;
    }
}
