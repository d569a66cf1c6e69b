package io.bellamy.process;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Learns from repetitions, and from runs that have like ones beside them, whether there are stragglers and how far off these
 * are: by expectation and maximisation over what all other runs say of each. A run that stands alone tells little, and counts
 * as little.
 */
final class StragglerSearch {

    private static final int ROUNDS = 40;

    /** Stragglers and early runs are believed to be rare: so many runs, as if they had been seen, and so many of either among them. */
    private static final double BELIEVED_RUNS = 30;

    private static final double BELIEVED_STRAGGLERS = 0.3;
    private static final double BELIEVED_SHIFT = 4;
    private static final double BELIEVED_USUAL = 2;

    /** What is cut off at the stragglers is missing in the variance. */
    private static final double WIDER = 1.1;

    private static final double LEAST_SHARE = 0.3;

    /** In deviations of runs; what is nearer is no straggler. */
    private static final double LEAST_SHIFT = 3;

    private static final double LEAST_DEVIATION = 0.5;
    private static final double FIRST_SHARE = 0.05;
    private static final double FIRST_EARLY = 0.01;

    /** Fewer stragglers than this are none; nor are they where all are of fewer configurations and nothing else is known. */
    private static final double FEWEST = 2;

    /** Early runs must explain so much more, as a logarithm, that they are believed in. */
    private static final double PRICE_OF_EARLY = 3;

    private final CellViews cells;

    /** Prepares it. */
    StragglerSearch(CellViews cells) {
        this.cells = cells;
    }

    /**
     * How runs lie.
     *
     * @param start what is believed so far
     * @param shrinks may the deviation turn out smaller, because stragglers were taken for it?
     */
    RunScatter from(RunScatter start, boolean shrinks) {
        // whatever share of the runs are stragglers, most repetitions are near each other
        double usual = shrinks
                ? Math.min(start.deviation(), cells.usualDeviation().orElse(start.deviation()))
                : start.deviation();
        RunScatter first = new RunScatter(
                shrinks ? Math.min(start.deviation() / 2, usual) : start.deviation(),
                Math.max(FIRST_SHARE, start.share()),
                0,
                start.share() > 0 ? start.shift() : LEAST_SHIFT * start.deviation(),
                start.share() > 0 ? start.shiftDeviation() : start.deviation(),
                start.freedom());
        RunScatter best = climbed(first, start.deviation(), usual, shrinks);
        if (cells.repeat()) {
            // most of a cell may be late, or the others early: both are followed to their end
            double log = cells.log(best) + PRICE_OF_EARLY;
            for (RunScatter from : List.of(best, first)) {
                RunScatter early = climbed(from.withEarly(FIRST_EARLY), start.deviation(), usual, shrinks);
                double own = cells.log(early);
                if (own > log) {
                    log = own;
                    best = early;
                }
            }
        }
        return cells.sums(best).stragglers() < FEWEST
                ? new RunScatter(start.deviation(), 0, 0, 0, 0, start.freedom())
                : best;
    }

    private RunScatter climbed(RunScatter first, double most, double usual, boolean shrinks) {
        RunScatter now = first;
        for (int round = 0; round < ROUNDS; round++) {
            CellViews.Sums sums = cells.sums(now);
            double counted = sums.stragglers() + BELIEVED_STRAGGLERS;
            double own = now.deviation();
            double shift = (sums.shifts() + BELIEVED_STRAGGLERS * BELIEVED_SHIFT * own) / counted;
            double spread = Math.sqrt((sums.squares() + BELIEVED_STRAGGLERS * own * own) / counted);
            // where runs stand alone, what was believed stays
            double squares = WIDER * sums.usualSquares() + BELIEVED_USUAL * usual * usual;
            double narrower = shrinks
                    ? Math.max(
                            LEAST_SHARE * usual, Math.min(most, Math.sqrt(squares / (sums.usual() + BELIEVED_USUAL))))
                    : own;
            now = new RunScatter(
                    narrower,
                    counted / (sums.runs() + BELIEVED_RUNS),
                    now.early() > 0 ? (sums.early() + BELIEVED_STRAGGLERS) / (sums.runs() + BELIEVED_RUNS) : 0,
                    Math.max(shift, LEAST_SHIFT * narrower),
                    Math.max(spread, LEAST_DEVIATION * narrower),
                    now.freedom());
        }
        return now;
    }

    /** How runs lie, as repetitions tell; nothing where these are too few, or in no two configurations any are late. */
    Optional<RunScatter> fromRepetitions() {
        OptionalDouble usual = cells.usualDeviation();
        if (usual.isEmpty()) {
            return Optional.empty();
        }
        RunScatter found = from(new RunScatter(usual.getAsDouble(), 0, 0, 0, 0, 0), false);
        return Optional.of(found)
                .filter(scatter -> scatter.share() > 0 && cells.sums(scatter).late() >= FEWEST);
    }
}
