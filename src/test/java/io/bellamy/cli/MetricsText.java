package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text format of Prometheus, version 0.0.4, as strictly as its parser does. */
final class MetricsText {

    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final Pattern HELP = Pattern.compile("# HELP (" + NAME + ") (?:[^\\\\\\n]|\\\\[\\\\n])*");
    private static final Pattern TYPE = Pattern.compile("# TYPE (" + NAME + ") (?:counter|gauge|untyped)");
    private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\"";
    private static final Pattern SAMPLE = Pattern.compile("((" + NAME + ")\\{" + LABEL + "(?:," + LABEL
            + ")*\\}) (?:[+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|[+-]Inf|NaN)");

    private MetricsText() {}

    /** Every sample stands below the help and type of its name, once each, and no two have the same labels. */
    static void requireValid(String text) {
        assertThat(text).endsWith("\n").doesNotContain("\r");
        Set<String> named = new HashSet<>();
        Set<String> samples = new HashSet<>();
        String helped = "";
        String typed = "";
        for (String line : text.split("\n", -1)) {
            Matcher help = HELP.matcher(line);
            Matcher type = TYPE.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (help.matches()) {
                helped = help.group(1);
                assertThat(named.add(helped)).as(line).isTrue();
            } else if (type.matches()) {
                typed = type.group(1);
                assertThat(typed).isEqualTo(helped);
            } else if (!line.isEmpty()) {
                assertThat(sample.matches()).as(line).isTrue();
                assertThat(sample.group(2)).isEqualTo(typed);
                assertThat(samples.add(sample.group(1))).as(line).isTrue();
            }
        }
        assertThat(samples).isNotEmpty();
    }
}
