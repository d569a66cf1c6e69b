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
    private static final double NEAR_SHARE = 0.2;

    /** In deviations as they are when stragglers count as usual runs. */
    private static final double NEAR_SHIFT = 2;

    /** Fewer stragglers than this are none; nor are they where all are of fewer configurations and nothing else is known. */
    private static final double FEWEST = 2;

    /** ... unless a single one explains so much more, as a logarithm: that a job hung once says nothing of its other runs. */
    static final double CERTAIN = 10;

    /** Another start, or early runs, must explain so much more, as a logarithm, to be believed in. */
    private static final double PRICE = 3;

    private final CellViews cells;

    /**
     * What was found.
     *
     * @param scatter how runs lie
     * @param views of the cells: where stragglers had been taken for usual runs, all others had said too much
     */
    record FoundScatter(RunScatter scatter, CellViews views) {

        double log() {
            return views.log(scatter);
        }

        double stragglers() {
            return views.sums(scatter).stragglers();
        }
    }

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
    FoundScatter from(RunScatter start, boolean shrinks) {
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
        FoundScatter best = climbed(first, 0, start.deviation(), usual, shrinks);
        if (shrinks && start.share() == 0) {
            best = better(best, apart(start, usual));
        }
        if (cells.repeat()) {
            // most of a cell may be late, or the others early: both are followed to their end
            FoundScatter late = best;
            for (RunScatter from : List.of(late.scatter(), first)) {
                best = better(best, climbed(from.withEarly(FIRST_EARLY), 0, start.deviation(), usual, shrinks));
            }
        }
        FoundScatter none = new FoundScatter(new RunScatter(start.deviation(), 0, 0, 0, 0, start.freedom()), cells);
        return best.stragglers() >= FEWEST || best.log() > none.log() + CERTAIN ? best : none;
    }

    /** Begins where stragglers are many and near: they make the deviation so large that they lie within it. */
    private FoundScatter apart(RunScatter start, double usual) {
        double shift = NEAR_SHIFT * start.deviation();
        RunScatter near = new RunScatter(
                Math.min(LEAST_SHARE * start.deviation(), usual),
                NEAR_SHARE,
                0,
                shift,
                LEAST_SHARE * start.deviation(),
                start.freedom());
        return climbed(near, -NEAR_SHARE * shift, start.deviation(), usual, true);
    }

    private static FoundScatter better(FoundScatter known, FoundScatter other) {
        return other.log() > known.log() + PRICE ? other : known;
    }

    /**
     * Climbs from there.
     *
     * @param moved by which all others say more of each cell than they should
     * @param most that the deviation may be
     */
    private FoundScatter climbed(RunScatter first, double moved, double most, double usual, boolean shrinks) {
        RunScatter now = first;
        CellViews views = cells.moved(moved);
        for (int round = 0; round < ROUNDS; round++) {
            CellViews.Sums sums = views.sums(now);
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
            if (shrinks) {
                views = views.moved(sums.distances() / (sums.usual() + BELIEVED_USUAL));
            }
        }
        return new FoundScatter(now, views);
    }

    /** How runs lie, as repetitions tell; nothing where these are too few, or in no two configurations any are late. */
    Optional<RunScatter> fromRepetitions() {
        OptionalDouble usual = cells.usualDeviation();
        if (usual.isEmpty()) {
            return Optional.empty();
        }
        FoundScatter found = from(new RunScatter(usual.getAsDouble(), 0, 0, 0, 0, 0), false);
        return Optional.of(found.scatter())
                .filter(scatter -> scatter.share() > 0 && cells.sums(scatter).late() >= FEWEST);
    }
}
