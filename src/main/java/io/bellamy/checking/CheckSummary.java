package io.bellamy.checking;

import io.bellamy.checking.CheckOutcome.Checked;
import java.time.LocalDate;
import java.util.List;

/**
 * What came of a check.
 *
 * @param target the data set
 * @param since the first day whose runs were to be checked
 * @param outcomes one for each job, or for an algorithm whose jobs could not be looked at
 */
public record CheckSummary(String target, LocalDate since, List<CheckOutcome> outcomes) {

    public CheckSummary {
        outcomes = List.copyOf(outcomes);
    }

    /** Those that were checked. */
    public List<JobCheck> checks() {
        return outcomes.stream()
                .filter(Checked.class::isInstance)
                .map(outcome -> ((Checked) outcome).check())
                .toList();
    }

    /** How many of them have drifted. */
    public long drifted() {
        return checks().stream().filter(JobCheck::hasDrifted).count();
    }
}
