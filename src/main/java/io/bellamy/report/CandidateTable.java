package io.bellamy.report;

import io.bellamy.adaptation.Interval;
import io.bellamy.memory.MemoryRisk;
import io.bellamy.problem.Quoted;
import io.bellamy.recommendation.Candidate;
import io.bellamy.recommendation.Limit;
import io.bellamy.recommendation.Recommendation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Candidates in rows: those of one machine type in the order of their scale-outs, those of several ranked. A column that no
 * candidate has a value for is not there.
 */
final class CandidateTable {

    private static final String UNKNOWN = "-";
    private static final String HIGHLIGHT = "\u001b[1;32m";
    private static final String PLAIN = "\u001b[0m";

    private final Terminal terminal;

    CandidateTable(Terminal terminal) {
        this.terminal = terminal;
    }

    String render(Recommendation recommendation) {
        boolean several = recommendation.answers().size() > 1;
        List<Candidate> rows = several
                ? recommendation.ranking()
                : recommendation.ranking().stream()
                        .sorted(Comparator.comparingInt(Candidate::scaleOut))
                        .toList();
        List<TableColumn> columns = columns(recommendation, rows, several);
        TextTable table =
                new TextTable(columns.stream().map(TableColumn::header).toList());
        for (int row = 0; row < rows.size(); row++) {
            int at = row;
            table.row(columns.stream().map(column -> column.cells().get(at)).toList());
        }
        return highlighted(table.toTheRight(), 1 + rows.indexOf(recommendation.choice()));
    }

    private record TableColumn(String header, List<String> cells) {}

    @FunctionalInterface
    private interface TableCell {
        Optional<String> of(Candidate candidate);
    }

    private List<TableColumn> columns(Recommendation recommendation, List<Candidate> rows, boolean several) {
        List<Optional<TableColumn>> columns = new ArrayList<>();
        if (several) {
            columns.add(Optional.of(new TableColumn(
                    "rank",
                    IntStream.rangeClosed(1, rows.size())
                            .mapToObj(Integer::toString)
                            .toList())));
            boolean sizes =
                    rows.stream().anyMatch(row -> !row.answer().machineSize().isEmpty());
            columns.add(column(
                    sizes ? "machine" : "machine type",
                    rows,
                    candidate -> Optional.of(Quoted.plain(candidate.answer().machine()))));
        }
        columns.add(column("scale-out", rows, candidate -> Optional.of(Integer.toString(candidate.scaleOut()))));
        columns.add(column("runtime [s]", rows, candidate -> Optional.of(seconds(candidate.runtime()))));
        String level = rows.get(0)
                .prediction()
                .interval()
                .map(interval -> Words.percent(interval.level()))
                .orElse("");
        columns.add(column("in " + level + " of runs", rows, CandidateTable::interval));
        columns.add(column("cost [" + recommendation.currency().orElse("") + "]", rows, candidate -> candidate
                .cost()
                .map(Words::cost)));
        Optional<Limit> limit = recommendation.objective().limit();
        limit.ifPresent(bound -> columns.add(
                column("within " + Words.limit(bound, recommendation), rows, candidate -> bound.chance(candidate)
                        .map(Words::roundedPercent))));
        columns.add(column("spills", rows, candidate -> candidate
                .prediction()
                .memory()
                .flatMap(MemoryRisk::spilling)
                .map(Words::roundedPercent)));
        columns.add(column("dies", rows, candidate -> candidate
                .prediction()
                .memory()
                .flatMap(MemoryRisk::dying)
                .map(Words::roundedPercent)));
        if (terminal.curve()) {
            RuntimeCurve curve = RuntimeCurve.over(rows);
            columns.add(column(curve.header(), rows, candidate -> Optional.of(curve.of(candidate))));
        }
        String mark = Words.mark(recommendation);
        columns.add(column("", rows, candidate -> Optional.of(candidate.equals(recommendation.choice()) ? mark : "")));
        return columns.stream().flatMap(Optional::stream).toList();
    }

    private static Optional<TableColumn> column(String header, List<Candidate> rows, TableCell cell) {
        List<Optional<String>> cells = rows.stream().map(cell::of).toList();
        return cells.stream().anyMatch(Optional::isPresent)
                ? Optional.of(new TableColumn(
                        header,
                        cells.stream().map(value -> value.orElse(UNKNOWN)).toList()))
                : Optional.empty();
    }

    private static Optional<String> interval(Candidate candidate) {
        return candidate.prediction().interval().map(CandidateTable::shown);
    }

    private static String shown(Interval interval) {
        return FixedDecimals.of(interval.lower(), 1) + " .. " + FixedDecimals.of(interval.upper(), 1, 6);
    }

    private static String seconds(double runtime) {
        return FixedDecimals.of(runtime, 1);
    }

    private String highlighted(String text, int line) {
        if (!terminal.colour()) {
            return text;
        }
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> (i == line ? HIGHLIGHT + lines.get(i) + PLAIN : lines.get(i)) + System.lineSeparator())
                .collect(Collectors.joining());
    }
}
