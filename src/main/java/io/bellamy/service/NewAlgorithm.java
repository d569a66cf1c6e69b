package io.bellamy.service;

import io.bellamy.job.JobName;
import io.bellamy.problem.Counted;
import io.bellamy.problem.Quoted;
import java.util.Set;

/** What there is to say of an answer about an algorithm that has no model of its own. */
final class NewAlgorithm {

    private NewAlgorithm() {}

    /**
     * Says it.
     *
     * @param known the algorithms of the data set
     */
    static String warning(JobName job, Set<String> known) {
        String others = "so what " + Counted.of(known.size(), "algorithm") + " of " + Quoted.plain(job.target())
                + " have in common answers";
        return known.contains(job.algorithm())
                ? Quoted.plain(job.algorithm()) + " has no model of its own yet, " + others
                        + ": pretrain it for a surer answer"
                : Quoted.of(job.algorithm()) + " is no algorithm that " + Quoted.plain(job.target()) + " has runs of, "
                        + others + "; it has "
                        + Quoted.plain(
                                String.join(", ", known.stream().limit(20).toList()))
                        + (known.size() > 20 ? ", ..." : "");
    }
}
