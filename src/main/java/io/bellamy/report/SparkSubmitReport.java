package io.bellamy.report;

import io.bellamy.numerics.DecimalText;
import io.bellamy.problem.Quoted;
import io.bellamy.recommendation.Candidate;
import io.bellamy.recommendation.Recommendation;
import io.bellamy.report.Reply.Answered;
import io.bellamy.report.Reply.Refused;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Options for spark-submit on YARN, a line for each request, with one executor on every machine: all its cores, and as much
 * memory as fits into the three quarters of the machine's that Amazon EMR gives YARN on most types
 * (yarn.nodemanager.resource.memory-mb), less what Spark adds to an executor's, a
 * tenth or 384 MB (spark.executor.memoryOverheadFactor). What is not known of the machine is left to Spark.
 */
public final class SparkSubmitReport implements ReplyForm {

    private static final double YARN_SHARE = 0.75;
    private static final double WITH_OVERHEAD = 1.1;
    private static final double LEAST_OVERHEAD = 384;

    @Override
    public String alone(Answered answered) {
        return answered.advice().stream()
                .map(Advice::recommendation)
                .map(SparkSubmitReport::options)
                .collect(Collectors.joining());
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

    private static String options(Recommendation recommendation) {
        Candidate choice = recommendation.choice();
        if (!recommendation.met()) {
            return "# " + Words.choice(recommendation) + System.lineSeparator();
        }
        StringBuilder options = new StringBuilder("--num-executors " + choice.scaleOut());
        perMachine(choice, "slots")
                .ifPresent(cores -> options.append(" --executor-cores ").append((long) cores));
        perMachine(choice, "memory").ifPresent(megabytes -> options.append(" --executor-memory ")
                .append((long) Math.max(1, executorMemory(megabytes * YARN_SHARE)))
                .append('m'));
        return options.append(System.lineSeparator()).toString();
    }

    private static double executorMemory(double container) {
        return Math.min(container / WITH_OVERHEAD, container - LEAST_OVERHEAD);
    }

    private static OptionalDouble perMachine(Candidate candidate, String property) {
        Optional<String> total =
                Optional.ofNullable(candidate.prediction().run().properties().get(property));
        return total.map(text -> DecimalText.number(text).orElse(0))
                .map(amount -> OptionalDouble.of(amount / candidate.scaleOut()))
                .filter(share -> share.getAsDouble() >= 1)
                .orElse(OptionalDouble.empty());
    }
}
