package io.bellamy.imports;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A row of runs.csv; a cell of which nothing is known is not there. */
record RunRow(Map<RunColumn, String> cells) {

    /** Which run it is of: two logs of one run have the same. */
    record RunKey(String application, String attempt) {}

    RunRow {
        EnumMap<RunColumn, String> known = new EnumMap<>(RunColumn.class);
        cells.forEach((column, text) -> {
            if (!text.isEmpty()) {
                known.put(column, text);
            }
        });
        cells = known;
    }

    /** Of the cells of a whole row, in the order of the columns. */
    static RunRow of(List<String> row) {
        Map<RunColumn, String> cells = new EnumMap<>(RunColumn.class);
        int at = 0;
        for (RunColumn column : RunColumn.values()) {
            cells.put(column, row.get(at++));
        }
        return new RunRow(cells);
    }

    /** The cells of the whole row, in the order of the columns. */
    List<String> row() {
        return Stream.of(RunColumn.values()).map(this::text).toList();
    }

    /** Blank where nothing is known. */
    String text(RunColumn column) {
        return cells.getOrDefault(column, "");
    }

    Optional<String> known(RunColumn column) {
        return Optional.ofNullable(cells.get(column));
    }

    RunKey key() {
        return new RunKey(text(RunColumn.APPLICATION), text(RunColumn.ATTEMPT));
    }

    /** With other values in some columns. */
    RunRow with(Map<RunColumn, String> others) {
        EnumMap<RunColumn, String> all = new EnumMap<>(RunColumn.class);
        all.putAll(cells);
        all.putAll(others);
        return new RunRow(all);
    }

    /** Says the same log the same of the run? What depends on other runs is left aside. */
    boolean isOfTheSame(RunRow other) {
        EnumMap<RunColumn, String> mine = new EnumMap<>(cells);
        EnumMap<RunColumn, String> others = new EnumMap<>(other.cells);
        for (RunColumn dependent : RunColumn.DEPENDENT) {
            mine.remove(dependent);
            others.remove(dependent);
        }
        return mine.equals(others);
    }

    /** Does this log of a run say more of it than another one? One that has its end does, then one with more events. */
    boolean saysMoreThan(RunRow other) {
        boolean ended = known(RunColumn.END_TO_END_S).isPresent();
        boolean otherEnded = other.known(RunColumn.END_TO_END_S).isPresent();
        return ended == otherEnded ? events() > other.events() : ended;
    }

    private long events() {
        String text = text(RunColumn.EVENTS);
        return text.chars().allMatch(Character::isDigit) && !text.isEmpty() && text.length() < 19
                ? Long.parseLong(text)
                : 0;
    }
}
