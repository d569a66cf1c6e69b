package io.bellamy.saving;

import io.bellamy.saving.SavingOutcome.Looked;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the jobs of a data set could save.
 *
 * @param target the data set
 * @param outcomes one for each job, or for an algorithm whose jobs could not be looked at
 */
public record SavingsSummary(String target, List<SavingOutcome> outcomes) {

    /** Amounts of several currencies are not compared. */
    private static final Comparator<JobSaving> MOST_FIRST = Comparator.comparing(
                    (JobSaving saving) -> saving.aMonth().isEmpty())
            .thenComparing(JobSaving::currency)
            .thenComparing(saving -> -saving.aMonth().orElse(saving.ofARun()));

    public SavingsSummary {
        outcomes = List.copyOf(outcomes);
    }

    /** Those that were looked at: of each currency what saves most a month first, last those of which no month is known. */
    public List<JobSaving> savings() {
        return outcomes.stream()
                .filter(Looked.class::isInstance)
                .map(outcome -> ((Looked) outcome).saving())
                .sorted(MOST_FIRST)
                .toList();
    }

    /** In what their costs are: without prices jobs that run on executors have hours of these, and others have hours of machines. */
    public SortedSet<String> currencies() {
        SortedSet<String> currencies = new TreeSet<>();
        savings().forEach(saving -> currencies.add(saving.currency()));
        return currencies;
    }

    /** What those of which a month is known cost less a month all together, by currency. */
    public SortedMap<String, Double> aMonth() {
        SortedMap<String, Double> totals = new TreeMap<>();
        savings().forEach(saving -> saving.aMonth()
                .ifPresent(amount -> totals.merge(saving.currency(), amount, Double::sum)));
        return totals;
    }
}
