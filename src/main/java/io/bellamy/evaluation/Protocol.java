package io.bellamy.evaluation;

import io.bellamy.features.FeaturePipeline;
import java.util.List;
import java.util.Map;

/** What is held out, and what is asked about it. */
public sealed interface Protocol permits SplitProtocol, NextRunProtocol {

    /** As it is called in results. */
    String word();

    /** How many random splits there are for every number of points and kind; 1 where nothing is drawn. */
    int splits();

    /** The kinds of questions, in the order in which they are shown. */
    List<QuestionKind> kinds();

    /** So many of what is held out, in words. */
    String heldOut(long number);

    /**
     * Draws the questions.
     *
     * @param selection what is asked about
     * @param features which properties there are
     * @param algorithms what is known of each, by name
     * @param seed where every random number comes from
     * @return what is asked about each algorithm, by name
     * @throws io.bellamy.problem.InvalidInputException if these data can't be asked so
     */
    Map<String, Plan.Algorithm> plan(
            ContextSelection selection, FeaturePipeline features, Map<String, KnownAlgorithm> algorithms, long seed);
}
