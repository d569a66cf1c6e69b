package io.bellamy.evaluation;

import java.util.List;

/**
 * Everything that came of an evaluation.
 *
 * @param target the data set
 * @param configuration the configuration file, as it was named
 * @param protocol how contexts were held out
 * @param seed where every random number came from
 * @param methods the methods, in the order in which they are shown
 * @param outcomes every single prediction, by algorithm, method, context and question
 * @param notes what could not be done, for people
 */
public record EvaluationRun(
        String target,
        String configuration,
        Protocol protocol,
        long seed,
        List<MethodSummary> methods,
        List<Outcome> outcomes,
        List<String> notes) {

    /**
     * A method that took part.
     *
     * @param name its short name
     * @param description what it is, in a line
     * @param mostSplits how many splits it answered at most
     * @param seconds how long it took
     */
    public record MethodSummary(String name, String description, int mostSplits, double seconds) {}

    public EvaluationRun {
        methods = List.copyOf(methods);
        outcomes = List.copyOf(outcomes);
        notes = List.copyOf(notes);
    }
}
