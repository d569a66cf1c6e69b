package io.bellamy.logfiles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which files are the log of one run: by themselves, parts of a rolling folder, or parts as Databricks leaves them. */
final class LogGroups {

    private static final Pattern ROLLED =
            Pattern.compile("events_(\\d{1,9})_(.+?)(?:\\.(?:zstd|lz4|lzf|snappy|gz))?(\\.compact)?");

    /** Tells by its name alone whether a run goes on, which its log tells too. */
    private static final String STATUS = "appstatus_";

    private record RolledPart(int number, boolean compact, LogPart part) {}

    private LogGroups() {}

    static List<LogSource> of(List<LogPart> found) {
        Map<String, LogPart> byPlace = new TreeMap<>();
        found.forEach(part -> byPlace.putIfAbsent(part.place(), part));
        Map<String, List<LogPart>> byFolder = byPlace.values().stream()
                .collect(Collectors.groupingBy(LogPart::folder, TreeMap::new, Collectors.toList()));
        List<LogSource> sources = new ArrayList<>();
        byFolder.forEach((folder, parts) -> sources.addAll(ofFolder(folder, parts)));
        sources.sort(Comparator.comparing(LogSource::place));
        return sources;
    }

    private static List<LogSource> ofFolder(String folder, List<LogPart> parts) {
        Map<String, List<RolledPart>> rolled = new TreeMap<>();
        List<LogPart> rollovers = new ArrayList<>();
        List<LogSource> sources = new ArrayList<>();
        for (LogPart part : parts) {
            Matcher name = ROLLED.matcher(part.name());
            if (name.matches()) {
                rolled.computeIfAbsent(name.group(2), run -> new ArrayList<>())
                        .add(new RolledPart(Integer.parseInt(name.group(1)), name.group(3) != null, part));
            } else if (DatabricksParts.isOne(part)) {
                rollovers.add(part);
            } else if (!part.name().startsWith(STATUS)) {
                sources.add(LogSource.single(part));
            }
        }
        rolled.values()
                .forEach(run ->
                        sources.add(rolled(rolled.size() > 1 ? run.get(0).part().place() : folder, run)));
        sources.addAll(DatabricksParts.together(rollovers));
        return sources;
    }

    /** What a compacted part stands for is all up to its number. */
    private static LogSource rolled(String place, List<RolledPart> found) {
        int compacted = found.stream()
                .filter(RolledPart::compact)
                .mapToInt(RolledPart::number)
                .max()
                .orElse(0);
        List<RolledPart> parts = found.stream()
                .filter(part -> part.number() > compacted || (part.compact() && part.number() == compacted))
                .sorted(Comparator.comparingInt(RolledPart::number))
                .toList();
        List<String> remarks = new ArrayList<>();
        int expected = Math.max(1, compacted);
        for (RolledPart part : parts) {
            if (part.number() != expected) {
                remarks.add("part " + expected + (part.number() > expected + 1 ? " to " + (part.number() - 1) : "")
                        + " is missing");
            }
            expected = part.number() + 1;
        }
        boolean whole = remarks.isEmpty();
        if (compacted > 0) {
            remarks.add("the history server compacted it: what jobs that had ended did is lost");
        }
        return new LogSource(place, parts.stream().map(RolledPart::part).toList(), remarks, compacted > 0, whole);
    }
}
