package io.bellamy.report;

import io.bellamy.problem.Quoted;
import io.bellamy.recommendation.Candidate;
import io.bellamy.recommendation.ExecutorSize;
import io.bellamy.recommendation.Recommendation;
import io.bellamy.service.Advice;
import io.bellamy.service.Reply;
import io.bellamy.service.Reply.Answered;
import io.bellamy.service.Reply.Refused;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Options for spark-submit on YARN, a line for each request, with one executor on every machine: all its cores, and as much
 * memory as fits into the three quarters of the machine's that Amazon EMR gives YARN on most types
 * (yarn.nodemanager.resource.memory-mb), less what Spark adds to an executor's, a
 * tenth or 384 MB (spark.executor.memoryOverheadFactor). What is not known of the machine is left to Spark.
 */
public final class SparkSubmitReport implements ReplyForm {

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
        ExecutorSize size = ExecutorSize.of(choice);
        StringBuilder options = new StringBuilder("--num-executors " + choice.scaleOut());
        size.cores().ifPresent(cores -> options.append(" --executor-cores ").append(cores));
        size.megabytes()
                .ifPresent(megabytes ->
                        options.append(" --executor-memory ").append(megabytes).append('m'));
        return options.append(System.lineSeparator()).toString();
    }

    @Override
    public List<String> leftOut(Answered answered) {
        return answered.advice().stream()
                .map(Advice::recommendation)
                .filter(Recommendation::met)
                .flatMap(recommendation -> ExecutorSize.of(recommendation.choice()).notes().stream())
                .distinct()
                .toList();
    }
}
