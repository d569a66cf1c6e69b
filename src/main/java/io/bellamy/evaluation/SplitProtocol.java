package io.bellamy.evaluation;

import java.util.List;

/** Something is held out as a whole, and some of its runs are given as training points, drawn at random again and again. */
public sealed interface SplitProtocol extends Protocol permits ContextProtocol, HoldOutProtocol {

    /** The smallest number of training points. */
    int fewestPoints();

    /** The largest number of training points. */
    int mostPoints();

    @Override
    default List<QuestionKind> kinds() {
        return List.of(QuestionKind.INTERPOLATION, QuestionKind.EXTRAPOLATION);
    }

    /** Refuses numbers that make no sense. */
    static void check(int splits, int fewestPoints, int mostPoints) {
        if (splits < 1 || fewestPoints < 0 || mostPoints < fewestPoints) {
            throw new IllegalArgumentException("splits " + splits + " must be at least 1, points " + fewestPoints
                    + " to " + mostPoints + " at least 0 and in order");
        }
    }
}
