package io.bellamy.process;

import java.util.List;
import java.util.Optional;

/**
 * A cell of another algorithm, as it is kept with a process.
 *
 * @param numbers of each column, centred, where they are known
 * @param texts of each text property, and the algorithm
 * @param day since the epoch, where it is known
 * @param logs ln seconds above what is believed of the place, at least one
 */
public record StoredCell(List<Optional<Double>> numbers, List<String> texts, Optional<Double> day, List<Double> logs) {

    public StoredCell {
        numbers = List.copyOf(numbers);
        texts = List.copyOf(texts);
        logs = List.copyOf(logs);
        if (logs.isEmpty()) {
            throw new IllegalArgumentException("a cell must have a run at least");
        }
    }

    static StoredCell of(Cell cell) {
        RunPlace place = cell.place();
        return new StoredCell(
                place.numbers().stream()
                        .map(number -> number.isNaN() ? Optional.<Double>empty() : Optional.of(number))
                        .toList(),
                place.texts(),
                Double.isNaN(place.day()) ? Optional.empty() : Optional.of(place.day()),
                cell.logs());
    }

    Cell cell(Relevances relevances) {
        RunPlace place = new RunPlace(
                numbers.stream()
                        .mapToDouble(number -> number.orElse(Double.NaN))
                        .toArray(),
                texts,
                day.orElse(Double.NaN),
                relevances.of(texts));
        return new Cell(place, List.of(), logs, List.of());
    }
}
