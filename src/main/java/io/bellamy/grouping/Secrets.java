package io.bellamy.grouping;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Arguments that look like secrets, which are never stored: by the name of the option before them or of the parameter in
 * them, or by their form.
 */
final class Secrets {

    /** Longer arguments are cut: they are queries and lists, and looking at them takes long. */
    private static final int LONGEST = 500;

    /** What stands in the place of a secret. */
    static final String HIDDEN = "***";

    private static final String NAMES =
            "pass(?:word|wd|phrase)?|pwd|secret|token|credentials?|api[-_.]?key|access[-_.]?key|private[-_.]?key|account[-_.]?key"
                    + "|auth(?:orization)?|sas|signature|bearer";
    private static final Pattern OPTION =
            Pattern.compile("(?i)-{1,2}(?:[a-z0-9]+[-_.])*(?:" + NAMES + ")(?:[-_.][a-z0-9]+)*");
    private static final Pattern CAMEL =
            Pattern.compile("-{1,2}[A-Za-z]*(?:Password|Secret|Token|Credentials?|ApiKey|AccessKey)");
    private static final Pattern PARAMETER = Pattern.compile(
            "(?i)((?:^|[?&;,\\s{\"'._-])[\"']?(?:[a-z0-9]+[-_.])*(?:" + NAMES + ")[\"']?\\s*[=:]\\s*)[^&;,\\s]+");
    private static final Pattern USER_IN_ADDRESS = Pattern.compile("(://)[^/@\\s]+@");

    /** Keys of clouds, signed tokens, keys in their armour. */
    private static final Pattern KNOWN = Pattern.compile(
            "\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b|\\beyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*|\\bgh[pousr]_\\w{30,}|\\bdapi[0-9a-f]{32}|-----BEGIN.*");

    /** Long and of all kinds of letters, as only chance makes them. */
    private static final Pattern RANDOM = Pattern.compile("(?=\\S*[a-z])(?=\\S*[A-Z])(?=\\S*\\d)[A-Za-z0-9+/=_-]{32,}");

    private Secrets() {}

    /** The arguments without secrets. */
    static List<String> hidden(List<String> arguments, Pattern alsoSecret) {
        List<String> safe = new ArrayList<>();
        boolean next = false;
        for (String given : arguments) {
            String argument = given.length() > LONGEST ? given.substring(0, LONGEST) + "..." : given;
            boolean isOption = argument.startsWith("-");
            String name = argument.split("=", 2)[0];
            boolean names = isOption
                    && (OPTION.matcher(name).matches()
                            || CAMEL.matcher(name).matches()
                            || alsoSecret.matcher(name).matches());
            if (next && !isOption) {
                safe.add(HIDDEN);
            } else if (names && argument.contains("=")) {
                safe.add(name + "=" + HIDDEN);
            } else {
                safe.add(within(argument));
            }
            next = names && !argument.contains("=");
        }
        return safe;
    }

    private static String within(String argument) {
        String safe = PARAMETER.matcher(argument).replaceAll("$1" + HIDDEN);
        safe = USER_IN_ADDRESS.matcher(safe).replaceAll("$1" + HIDDEN + "@");
        safe = KNOWN.matcher(safe).replaceAll(HIDDEN);
        String value = safe.substring(safe.indexOf('=') + 1);
        boolean place = value.startsWith("/") || value.contains("//");
        return !place && RANDOM.matcher(value).matches()
                ? safe.substring(0, safe.length() - value.length()) + HIDDEN
                : safe;
    }
}
