package io.bellamy.report;

import io.bellamy.adaptation.Interval;
import io.bellamy.job.Rate;
import io.bellamy.memory.MemoryRisk;
import io.bellamy.recommendation.Candidate;
import io.bellamy.recommendation.CostBasis;
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
            "per_machine",
            "spilling_probability",
            "dying_probability",
            "startup_cost",
            "driver_cost",
            "spot_prices_of");

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
        row.addAll(Arrays.asList(new Object[HEADER.size() - 1]));
        row.set(HEADER.indexOf("error"), String.join("; ", ((Refused) reply).messages()));
        return line(row);
    }

    private static List<Object> row(String source, Recommendation recommendation, int index) {
        Candidate candidate = recommendation.ranking().get(index);
        Optional<Interval> interval = candidate.prediction().interval();
        Optional<Double> chance = recommendation.objective().limit().flatMap(limit -> limit.chance(candidate));
        boolean meets = recommendation.allows(candidate);
        Optional<MemoryRisk> memory = candidate.prediction().memory();
        Optional<Rate> rate = candidate.rate();
        CostBasis basis = recommendation.basis();
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
                candidate.answer().machineSize(),
                memory.flatMap(MemoryRisk::spilling).orElse(null),
                memory.flatMap(MemoryRisk::dying).orElse(null),
                rate.filter(known -> basis.startup() > 0).map(Rate::ofStartup).orElse(null),
                rate.filter(known -> basis.driver().isPresent())
                        .map(known -> known.ofDriver(candidate.runtime()))
                        .orElse(null),
                rate.flatMap(known -> basis.spot()).map(String::valueOf).orElse(null));
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
