package io.bellamy.logfiles;

import io.bellamy.problem.Counted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Databricks closes a log now and then and goes on in a new one: {@code eventlog} is the newest, the others have the time in
 * their names. Which run each is of, and the how manieth, stands in its first line; where it does not, the names say.
 */
final class DatabricksParts {

    private static final Pattern NAME = Pattern.compile("eventlog(-\\d{4}-\\d{2}-\\d{2}--\\d{2}-\\d{2}(\\.\\w+)?)?");
    private static final Pattern ROLLOVER = Pattern.compile("\"Rollover Number\"\\s*:\\s*(\\d{1,9})\\b");
    private static final Pattern RUN = Pattern.compile("\"SparkContext Id\"\\s*:\\s*\"?(-?\\d{1,20})\\b");
    private static final int FIRST_LINE = 4096;
    private static final String NEWEST = "eventlog";

    private record Rollover(LogPart part, String run, int number) {}

    private DatabricksParts() {}

    static boolean isOne(LogPart part) {
        return NAME.matcher(part.name()).matches();
    }

    /** The parts of each run, in their order. */
    static List<LogSource> together(List<LogPart> parts) {
        List<LogPart> byTime = parts.stream()
                .sorted(Comparator.comparing((LogPart part) -> part.name().equals(NEWEST))
                        .thenComparing(LogPart::name))
                .toList();
        Map<String, List<Rollover>> runs = new TreeMap<>();
        for (int i = 0; i < byTime.size(); i++) {
            Rollover rollover = rollover(byTime.get(i), i);
            runs.computeIfAbsent(rollover.run(), run -> new ArrayList<>()).add(rollover);
        }
        return runs.values().stream().map(DatabricksParts::source).toList();
    }

    private static LogSource source(List<Rollover> found) {
        List<Rollover> parts =
                found.stream().sorted(Comparator.comparingInt(Rollover::number)).toList();
        int missing = parts.get(parts.size() - 1).number() + 1 - parts.size();
        LogPart newest = parts.get(parts.size() - 1).part();
        return new LogSource(
                newest.place(),
                parts.stream().map(Rollover::part).toList(),
                missing > 0 ? List.of(Counted.of(missing, "part") + " missing") : List.of(),
                false,
                missing <= 0);
    }

    private static Rollover rollover(LogPart part, int place) {
        String line;
        try (InputStream in = part.text()) {
            line = new String(in.readNBytes(FIRST_LINE), StandardCharsets.UTF_8);
        } catch (IOException toldWhenItIsRead) {
            line = "";
        }
        Matcher number = ROLLOVER.matcher(line);
        Matcher run = RUN.matcher(line);
        boolean known = number.find() && run.find();
        return new Rollover(part, known ? run.group(1) : "", known ? Integer.parseInt(number.group(1)) : place);
    }
}
