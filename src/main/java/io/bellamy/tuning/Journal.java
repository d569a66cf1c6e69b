package io.bellamy.tuning;

import io.bellamy.tuning.Study.Report;
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

    private record Entry(long number, Report report, boolean remembered) {}

    private final Map<Integer, List<Entry>> ofTrial = new HashMap<>();
    private long entries;

    /**
     * Takes a report and forgets what it makes needless.
     *
     * @param remembered by the scheduler
     * @param best the trial's best, this report included
     */
    void add(Report report, boolean remembered, Optional<Measurement> best) {
        int bestEpoch = best.map(Measurement::epoch).orElse(0);
        List<Entry> own = ofTrial.computeIfAbsent(report.trial(), trial -> new ArrayList<>());
        own.removeIf(entry -> !entry.remembered() && entry.report().epoch() != bestEpoch);
        own.add(new Entry(entries++, report, remembered));
    }

    /** What is kept, in the order in which it was reported. */
    List<Report> reports() {
        return ofTrial.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(Entry::number))
                .map(Entry::report)
                .toList();
    }
}
