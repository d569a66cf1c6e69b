package io.bellamy.saving;

import io.bellamy.saving.SavingOutcome.Looked;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the jobs of a data set could save.
 *
 * @param target the data set
 * @param outcomes one for each job, or for an algorithm whose jobs could not be looked at
 */
public record SavingsSummary(String target, List<SavingOutcome> outcomes) {

    private static final Comparator<JobSaving> MOST_FIRST = Comparator.comparing(
                    (JobSaving saving) -> saving.aMonth().isEmpty())
            .thenComparing(saving -> -saving.aMonth().orElse(saving.ofARun()));

    public SavingsSummary {
        outcomes = List.copyOf(outcomes);
    }

    /** Those that were looked at: what saves most a month first, last those of which no month is known. */
    public List<JobSaving> savings() {
        return outcomes.stream()
                .filter(Looked.class::isInstance)
                .map(outcome -> ((Looked) outcome).saving())
                .sorted(MOST_FIRST)
                .toList();
    }

    /** What all of them together cost less a month. */
    public double aMonth() {
        return savings().stream()
                .mapToDouble(saving -> saving.aMonth().orElse(0.0))
                .sum();
    }

    /** The currency, where anything was looked at. */
    public Optional<String> currency() {
        return savings().stream().map(JobSaving::currency).findFirst();
    }
}
