package io.bellamy.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.recommendation.Recommendation;
import io.bellamy.service.Advice;
import io.bellamy.service.Reply;
import io.bellamy.service.Reply.Answered;
import io.bellamy.service.Reply.Refused;

/**
 * Answers as JSON; examples/prediction.schema.json is its contract. Several are a document, an array with a line for each, or
 * lines alone, each a document.
 *
 * @param lines whether several are lines alone
 */
public record JsonReport(boolean lines) implements ReplyForm {

    @Override
    public String alone(Answered answered) {
        return ReportJson.text(answer(answered)) + System.lineSeparator();
    }

    @Override
    public String oneOfMany(Reply reply) {
        ObjectNode line = ReportJson.object().put("source", reply.source());
        if (reply instanceof Refused refused) {
            ObjectNode error = line.putObject("error").put("exit_code", refused.exitCode());
            ArrayNode messages = error.putArray("messages");
            refused.messages().forEach(messages::add);
        } else {
            line.set("answer", answer((Answered) reply));
        }
        return ReportJson.line(line) + (lines ? System.lineSeparator() : "");
    }

    @Override
    public String before() {
        return lines ? "" : "[" + System.lineSeparator();
    }

    @Override
    public String between() {
        return lines ? "" : "," + System.lineSeparator();
    }

    @Override
    public String after() {
        return lines ? "" : System.lineSeparator() + "]" + System.lineSeparator();
    }

    private static JsonNode answer(Answered answered) {
        if (!answered.everyCandidate()) {
            return advice(answered.advice().get(0));
        }
        ObjectNode document = ReportJson.object();
        ArrayNode list = document.putArray("answers");
        answered.advice().forEach(advice -> list.add(advice(advice)));
        return document;
    }

    private static ObjectNode advice(Advice advice) {
        Recommendation recommendation = advice.recommendation();
        AnswerJson json = new AnswerJson(recommendation);
        boolean several = recommendation.answers().size() > 1;
        ObjectNode node = several
                ? ReportJson.object()
                : json.answer(recommendation.answers().get(0));
        if (several) {
            ArrayNode answers = node.putArray("machine_types");
            recommendation.answers().forEach(answer -> answers.add(json.answer(answer)));
            ArrayNode ranking = node.putArray("ranking");
            recommendation.ranking().forEach(candidate -> ranking.add(json.candidate(candidate)));
        }
        node.set("objective", json.objective());
        node.set("recommendation", json.recommendation());
        advice.explanation()
                .ifPresent(explanation ->
                        node.set("explanation", ExplanationJson.of(explanation, advice.memory(), advice.time())));
        return node;
    }
}
