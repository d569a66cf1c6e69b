package io.bellamy.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.job.Request;
import io.bellamy.prediction.Answer;
import io.bellamy.prediction.Answer.Prediction;
import io.bellamy.recommendation.Fastest;
import java.util.List;
import java.util.Map;

/** Answers as JSON; examples/prediction.schema.json is its contract. */
public final class JsonReport {

    private final ObjectMapper json = new ObjectMapper();

    /** One document: the answer itself, or, where every candidate was asked for, a list of them. */
    public String render(List<Answer> answers, boolean everyCandidate) {
        ObjectNode document;
        if (everyCandidate) {
            document = json.createObjectNode();
            ArrayNode list = document.putArray("answers");
            answers.forEach(answer -> list.add(answer(answer)));
        } else {
            document = answer(answers.get(0));
        }
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer is always JSON", e);
        }
    }

    private ObjectNode answer(Answer answer) {
        ObjectNode node = json.createObjectNode();
        node.set("request", request(answer));
        node.put("model_version", answer.modelVersion());
        node.set("context", texts(answer.context()));
        ArrayNode filledIn = node.putArray("filled_in");
        answer.filledIn().forEach(filled -> filledIn.addObject()
                .put("property", filled.property())
                .put("value", filled.value())
                .put("from", filled.from()));
        Answer.FineTuned tuned = answer.fineTuning();
        ObjectNode fineTuning = node.putObject("fine_tuning")
                .put("runs", tuned.runs())
                .put("scale_outs", tuned.scaleOuts())
                .put("epochs", tuned.epochs())
                .put("best_epoch", tuned.bestEpoch())
                .put("mae_seconds", tuned.mae());
        ArrayNode excludedBy = fineTuning.putArray("excluded_by");
        tuned.excludedBy().forEach(excludedBy::add);
        ArrayNode warnings = node.putArray("warnings");
        answer.warnings().forEach(warnings::add);
        ArrayNode predictions = node.putArray("predictions");
        answer.predictions().forEach(prediction -> predictions.add(point(prediction)));
        node.set("fastest", point(Fastest.of(answer.predictions())));
        return node;
    }

    private ObjectNode request(Answer answer) {
        Request asked = answer.request();
        ObjectNode node = json.createObjectNode()
                .put("training_target", answer.trainingTarget())
                .put("algorithm", answer.algorithm())
                .put("min_scale_out", asked.scaleOuts().least())
                .put("max_scale_out", asked.scaleOuts().most());
        node.set("essential_properties", texts(asked.essential()));
        node.set("optional_properties", texts(asked.optional()));
        node.set("optional_properties_per_node", texts(asked.optionalPerNode()));
        return node;
    }

    private ObjectNode texts(Map<String, String> values) {
        ObjectNode node = json.createObjectNode();
        values.forEach(node::put);
        return node;
    }

    private ObjectNode point(Prediction prediction) {
        ObjectNode node = json.createObjectNode()
                .put("scale_out", prediction.scaleOut())
                .put("runtime_seconds", prediction.runtime());
        prediction.interval().ifPresent(interval -> node.putObject("interval")
                .put("level", interval.level())
                .put("lower_seconds", interval.lower())
                .put("upper_seconds", interval.upper()));
        return node;
    }
}
