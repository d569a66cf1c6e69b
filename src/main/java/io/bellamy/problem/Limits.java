package io.bellamy.problem;

/**
 * How much of an input is looked at: inputs may be hostile, or not what they were taken for. The configuration raises them
 * under {@code limits}, where each has the name that it has here, in lower case with underscores.
 *
 * @param documents in a file or stream of requests, or in a folder of them
 * @param rows of a data file that are runs of an algorithm
 * @param columns of a data file
 * @param cellCharacters in a cell of a data file
 * @param dataBytes of a data file, unpacked
 * @param documentBytes of a configuration, a description, a file of prices, or a request
 * @param streamBytes of a file or stream of requests
 * @param problems that are listed of an input; what is beyond is counted
 * @param suggestions of spellings that are made for the problems of an input
 */
public record Limits(
        int documents,
        int rows,
        int columns,
        int cellCharacters,
        long dataBytes,
        int documentBytes,
        int streamBytes,
        int problems,
        int suggestions) {

    /** Where nothing else is said, and for the configuration itself. */
    public static final Limits DEFAULTS =
            new Limits(100_000, 5_000_000, 10_000, 100_000, 1L << 40, 1 << 20, 1 << 26, 200, 20);

    /** What is said of an input that is beyond one of them: {@code more than 100000 documents; raise limits...}. */
    public static String exceeded(int most, String one, String key) {
        return "more than " + Counted.of(most, one) + raise(key);
    }

    /** What can be done where a limit is too low. */
    public static String raise(String key) {
        return "; raise limits." + key + " in the configuration";
    }
}
