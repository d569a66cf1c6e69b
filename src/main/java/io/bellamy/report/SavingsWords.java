package io.bellamy.report;

import io.bellamy.problem.Counted;
import io.bellamy.recommendation.Candidate;
import io.bellamy.saving.JobSaving;
import io.bellamy.saving.SavingOutcome.NotLooked;
import io.bellamy.saving.SavingsSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What jobs could save, in words: alike in text and pages. */
final class SavingsWords {

    static final List<String> HEADER = List.of(
            "job",
            "usual cluster",
            "cheapest",
            "runs a month",
            "usual time [s]",
            "then [s]",
            "in usual time",
            "cost a month",
            "saving a month",
            "costs less");

    private SavingsWords() {}

    /** What can be saved in all. */
    static String heading(SavingsSummary summary) {
        List<JobSaving> savings = summary.savings();
        String all = " of " + Counted.of(savings.size(), "job");
        if (savings.isEmpty()) {
            return summary.target() + ": nothing can be said of any job";
        }
        if (savings.stream().allMatch(saving -> saving.aMonth().isEmpty())) {
            long cheaper =
                    savings.stream().filter(saving -> saving.ofARun() > 0).count();
            return summary.target() + ": " + cheaper + all + " could cost less at the usual time";
        }
        long cheaper = savings.stream()
                .filter(saving -> saving.aMonth().filter(amount -> amount > 0).isPresent())
                .count();
        String amounts = summary.aMonth().entrySet().stream()
                .map(total -> amount(total.getValue()) + " " + total.getKey())
                .collect(Collectors.joining(" and "));
        return summary.target() + ": " + amounts + " a month can be saved, on " + cheaper + all
                + ", at their usual times and as many runs as in the last thirty days of each";
    }

    /** The cells of each job, below the header; amounts name their currencies where there are several. */
    static List<List<String>> rows(SavingsSummary summary) {
        boolean several = summary.currencies().size() > 1;
        return summary.savings().stream()
                .map(saving -> row(saving, several ? " " + saving.currency() : ""))
                .toList();
    }

    private static List<String> row(JobSaving saving, String currency) {
        return List.of(
                saving.job().name(),
                cluster(saving.usual()),
                saving.isKept() ? "the same" : cluster(saving.best()),
                saving.runsAMonth().map(String::valueOf).orElse("-"),
                seconds(saving.seconds()),
                seconds(saving.best().runtime()),
                saving.chanceToKeep().map(Words::roundedPercent).orElse("-"),
                saving.runsAMonth()
                        .map(runs -> amount(runs * saving.usualCost()) + currency)
                        .orElse("-"),
                saving.aMonth().map(amount -> amount(amount) + currency).orElse("-"),
                saving.chanceToSave().map(Words::roundedPercent).orElse("-"));
    }

    /** What is to be said of a job beside its row. */
    static List<String> notes(JobSaving saving) {
        List<String> notes = new ArrayList<>();
        if (!saving.isKept() && saving.aMonth().isPresent()) {
            int runs = saving.runsAMonth().orElseThrow();
            saving.range()
                    .ifPresent(range -> notes.add(String.format(
                            Locale.ROOT,
                            "saves %s .. %s %s a month, by where %s of runs lie",
                            amount(runs * range.least()),
                            amount(runs * range.most()),
                            saving.currency(),
                            Words.percent(JobSaving.LEVEL))));
        }
        saving.passedOver()
                .ifPresent(other -> notes.add(cluster(other) + " would cost less, but " + MemoryWords.risk(other)));
        Optional.of(MemoryWords.risk(saving.best()))
                .filter(risk -> !risk.isEmpty())
                .ifPresent(risk -> notes.add("on the cheapest it " + risk));
        if (saving.aMonth().isEmpty()) {
            notes.add("saves " + Words.cost(saving.ofARun()) + " " + saving.currency()
                    + " a run; the data do not tell when its runs were, so nobody knows how many a month has: measured_at in"
                    + " dataset.yml names the column with the day or time");
        }
        saving.deadline()
                .ifPresent(deadline -> notes.add(
                        saving.met()
                                ? "meets its deadline of " + Words.number(deadline.seconds()) + " s in "
                                        + saving.best()
                                                .prediction()
                                                .chance(deadline.seconds())
                                                .map(Words::roundedPercent)
                                                .orElse("most")
                                        + " of runs"
                                : "no cluster meets its deadline of " + Words.number(deadline.seconds())
                                        + " s; the fastest is named"));
        if (saving.met() && saving.ofARun() < 0) {
            notes.add("the cluster that meets its deadline costs more than the usual one");
        }
        return notes.stream().map(note -> saving.job().name() + ": " + note).toList();
    }

    /** What is in all costs beside machines while they run; a line each. */
    static List<String> basis(SavingsSummary summary) {
        return summary.savings().stream()
                .flatMap(saving -> Stream.concat(
                        CostWords.ofAll(saving.basis()).stream(),
                        CostWords.ofUnits(saving.basis(), saving.best()).stream()))
                .distinct()
                .toList();
    }

    /** Why others are not in the table. */
    static Stream<String> reasons(SavingsSummary summary) {
        return summary.outcomes().stream().filter(NotLooked.class::isInstance).flatMap(outcome -> ((NotLooked) outcome)
                .reason()
                .lines()
                .map(line -> "not told: " + outcome.name() + ": " + line));
    }

    static String cluster(Candidate candidate) {
        return Words.cluster(candidate.scaleOut(), candidate.answer());
    }

    static String amount(double amount) {
        String text = String.format(Locale.ROOT, "%.2f", amount);
        return text.equals("-0.00") ? "0.00" : text;
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f", seconds);
    }
}
