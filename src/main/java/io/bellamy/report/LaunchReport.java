package io.bellamy.report;

import io.bellamy.launch.LaunchPlan;
import io.bellamy.launch.LaunchRules;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Quoted;
import io.bellamy.recommendation.Recommendation;
import io.bellamy.service.Advice;
import io.bellamy.service.Reply;
import io.bellamy.service.Reply.Answered;
import io.bellamy.service.Reply.Refused;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a launcher is told of the choice; docs/LAUNCHERS.md has the rules.
 *
 * @param rules by which executors are made of machines
 * @param text how it is told
 */
public record LaunchReport(LaunchRules rules, LaunchText text) implements ReplyForm {

    @Override
    public String alone(Answered answered) {
        if (answered.advice().size() > 1 && !text.isLine()) {
            throw several();
        }
        return recommendations(answered).map(this::one).collect(Collectors.joining());
    }

    @Override
    public String before() {
        if (!text.isLine()) {
            throw several();
        }
        return "";
    }

    @Override
    public String oneOfMany(Reply reply) {
        if (reply instanceof Answered answered) {
            return alone(answered);
        }
        String why = String.join("; ", ((Refused) reply).messages());
        String told = why.startsWith(reply.source()) ? why : reply.source() + ": " + why;
        return "# " + Quoted.line(told) + System.lineSeparator();
    }

    private String one(Recommendation recommendation) {
        return recommendation.met()
                ? text.of(LaunchPlan.of(recommendation, rules))
                : text.unmet(Words.choice(recommendation));
    }

    @Override
    public List<String> leftOut(Answered answered) {
        return recommendations(answered)
                .filter(Recommendation::met)
                .flatMap(recommendation -> text.notes(LaunchPlan.of(recommendation, rules)).stream())
                .distinct()
                .toList();
    }

    private static Stream<Recommendation> recommendations(Answered answered) {
        return answered.advice().stream().map(Advice::recommendation);
    }

    private static InvalidInputException several() {
        return new InvalidInputException(
                "--format: this form is that of one answer: ask one request, and without --each-candidate");
    }
}
