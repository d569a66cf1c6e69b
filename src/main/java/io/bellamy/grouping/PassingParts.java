package io.bellamy.grouping;

import java.util.List;
import java.util.regex.Pattern;

/** The parts of names and arguments that differ each night: dates, times, random words, counters. */
final class PassingParts {

    /** Longer texts are no names, and looking at them takes long. */
    private static final int LONGEST = 2000;

    private static final String BEGIN = "(?<![A-Za-z0-9])";
    private static final String END = "(?![A-Za-z0-9])";
    private static final String STAR = "*";

    private static final List<Pattern> PARTS = List.of(
            // UUIDs
            Pattern.compile("(?i)" + BEGIN + "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}" + END),
            // dates, with times or without, written in any of the usual ways
            Pattern.compile(
                    "(?<![0-9])(?:19|20)\\d{2}([-_./]?)(?:0[1-9]|1[0-2])\\1(?:0[1-9]|[12]\\d|3[01])"
                            + "(?:[T_ :.-]{0,2}(?:[01]\\d|2[0-4])(?:[:_.-]?[0-5]\\d){0,2}(?:[.,]\\d{1,9})?(?:Z|[+-]\\d{2}:?\\d{2})?)?(?![0-9])"),
            // years and months
            Pattern.compile(BEGIN + "20\\d{2}[-_/](?:0[1-9]|1[0-2])" + END),
            // seconds, or milliseconds and more, since 1970
            Pattern.compile("(?<![0-9])1\\d{9}(?:\\d{3}){0,3}(?![0-9])"),
            // digests and other numbers in hexadecimal
            Pattern.compile("(?i)" + BEGIN + "(?=[a-f]*\\d)(?=\\d*[a-f])[0-9a-f]{8,64}" + END));

    /** What only stands at the end: the random word of Airflow's pods, numbers of runs. */
    private static final List<Pattern> ENDS = List.of(
            Pattern.compile("-(?=[a-z]*\\d)(?=\\d*[a-z])[a-z0-9]{8}$"),
            Pattern.compile("(?i)[-_ .:#]++(?:run|attempt|try|part|batch)?+[-_ .:#]*+\\d{1,9}$"));

    private PassingParts() {}

    /** With a star in the place of each. */
    static String starred(String text) {
        String rest = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        for (Pattern part : PARTS) {
            rest = part.matcher(rest).replaceAll(STAR);
        }
        return rest;
    }

    /** A name without them; the name itself where nothing would be left. */
    static String without(String name) {
        String rest = starred(name);
        String before;
        do {
            before = rest;
            for (Pattern end : ENDS) {
                rest = end.matcher(rest).replaceAll("");
            }
            rest = rest.replaceAll("[-_ .:#*/]+$", "").replaceAll("^[-_ .:#*/]+", "");
        } while (!rest.equals(before));
        String joined = rest.replaceAll("[-_ .:#/]*\\*[-_ .:#/*]*", "-");
        return joined.isBlank() ? name : joined;
    }
}
