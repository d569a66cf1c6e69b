package io.bellamy.tuning;

import io.bellamy.tuning.Study.TrialReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The reports that a study can be taken up again from: of each trial those that the scheduler remembers, the best and the
 * last. However long a trial runs, there are few.
 */
final class Journal {

    private record JournalEntry(long number, TrialReport report, boolean remembered) {}

    private final Map<Integer, List<JournalEntry>> ofTrial = new HashMap<>();
    private long entries;

    /**
     * Takes a report and forgets what it makes needless.
     *
     * @param remembered by the scheduler
     * @param best the trial's best, this report included
     */
    void add(TrialReport report, boolean remembered, Optional<Measurement> best) {
        int bestEpoch = best.map(Measurement::epoch).orElse(0);
        List<JournalEntry> own = ofTrial.computeIfAbsent(report.trial(), trial -> new ArrayList<>());
        own.removeIf(entry -> !entry.remembered() && entry.report().epoch() != bestEpoch);
        own.add(new JournalEntry(entries++, report, remembered));
    }

    /** What is kept, in the order in which it was reported. */
    List<TrialReport> reports() {
        return ofTrial.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(JournalEntry::number))
                .map(JournalEntry::report)
                .toList();
    }
}
