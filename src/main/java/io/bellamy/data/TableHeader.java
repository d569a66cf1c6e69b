package io.bellamy.data;

import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which column stands where.
 *
 * @param width how many columns there are, unnamed ones at the end left out
 * @param places of the columns that are used, by name, from 0
 */
record TableHeader(int width, Map<String, Integer> places) {

    private static final int LISTED = 20;
    private static final String OTHER_SEPARATORS = ";\t|,";

    /**
     * Looks for the columns that are used; others may be there twice or have no name.
     *
     * @param used those that must be there, once
     * @param absent those that may not be there
     * @param place of the header, for messages
     * @throws io.bellamy.problem.InvalidInputException if that is not so
     */
    static TableHeader of(
            TableReader.TableRow row,
            Collection<String> used,
            Collection<String> absent,
            String place,
            Problems problems) {
        List<String> names = row.trimmed(1).cells();
        Map<String, Integer> places = new HashMap<>();
        Set<String> wanted = Set.copyOf(used);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (wanted.contains(name) && places.putIfAbsent(name, i) != null) {
                problems.add(place + ": can't be read as a table: column " + Quoted.of(name)
                        + " stands there twice, and which is meant can't be told");
            }
        }
        used.stream()
                .filter(name -> !places.containsKey(name))
                .forEach(name ->
                        problems.add(place + ": column " + Quoted.of(name) + " is missing; there are " + shown(names)));
        names.stream().filter(absent::contains).forEach(name -> problems.add(place + ": " + inFileToo(name)));
        problems.throwIfAny();
        return new TableHeader(names.size(), places);
    }

    /** What is said of a column that is made and stands in the file. */
    static String inFileToo(String name) {
        return "column " + Quoted.of(name) + " stands in the file, and is made by the description too: which is meant"
                + " can't be told";
    }

    private static String shown(List<String> names) {
        boolean other = names.size() == 1 && names.get(0).chars().anyMatch(c -> OTHER_SEPARATORS.indexOf(c) >= 0);
        return names.stream().limit(LISTED).map(Quoted::plain).collect(Collectors.joining(", "))
                + (names.size() > LISTED ? " and " + (names.size() - LISTED) + " more" : "")
                + (other ? ": is the data set's separator another one?" : "");
    }
}
