package io.bellamy.report;

import io.bellamy.adaptation.Interval;
import io.bellamy.recommendation.Candidate;
import io.bellamy.recommendation.Recommendation;
import io.bellamy.service.Advice;
import io.bellamy.service.Reply;
import io.bellamy.service.Reply.Answered;
import io.bellamy.service.Reply.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Candidates as comma-separated values, ranked, with all their digits; nothing where a value is not known. Texts stand as
 * {@link CsvText} writes them.
 */
public final class CsvReport implements ReplyForm {

    private static final List<String> HEADER = List.of(
            "request",
            "algorithm",
            "rank",
            "machine_type",
            "scale_out",
            "runtime_seconds",
            "interval_level",
            "lower_seconds",
            "upper_seconds",
            "cost",
            "currency",
            "probability",
            "meets_limit",
            "recommended",
            "error",
            "per_machine");

    @Override
    public String header() {
        return line(HEADER);
    }

    @Override
    public String alone(Answered answered) {
        StringBuilder text = new StringBuilder();
        for (Advice advice : answered.advice()) {
            Recommendation recommendation = advice.recommendation();
            List<Candidate> ranking = recommendation.ranking();
            for (int i = 0; i < ranking.size(); i++) {
                text.append(line(row(answered.source(), recommendation, i)));
            }
        }
        return text.toString();
    }

    @Override
    public String oneOfMany(Reply reply) {
        if (reply instanceof Answered answered) {
            return alone(answered);
        }
        List<Object> row = new ArrayList<>(List.of(reply.source()));
        row.addAll(Arrays.asList(new Object[HEADER.size() - 3]));
        row.add(String.join("; ", ((Refused) reply).messages()));
        row.add(null);
        return line(row);
    }

    private static List<Object> row(String source, Recommendation recommendation, int index) {
        Candidate candidate = recommendation.ranking().get(index);
        Optional<Interval> interval = candidate.prediction().interval();
        Optional<Double> chance = recommendation.objective().limit().flatMap(limit -> limit.chance(candidate));
        boolean meets = recommendation
                .objective()
                .limit()
                .map(limit -> limit.allows(candidate))
                .orElse(true);
        return Arrays.asList(
                source,
                candidate.answer().algorithm(),
                index + 1,
                candidate.machineType(),
                candidate.scaleOut(),
                candidate.runtime(),
                interval.map(Interval::level).orElse(null),
                interval.map(Interval::lower).orElse(null),
                interval.map(Interval::upper).orElse(null),
                candidate.cost().orElse(null),
                candidate.cost().flatMap(cost -> recommendation.currency()).orElse(null),
                chance.orElse(null),
                meets,
                index == 0 && meets,
                null,
                candidate.answer().machineSize());
    }

    private static String line(List<?> cells) {
        StringBuilder line = new StringBuilder();
        try {
            CsvText.write(line, cells.toArray());
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be written", e);
        }
        return line.toString();
    }
}
