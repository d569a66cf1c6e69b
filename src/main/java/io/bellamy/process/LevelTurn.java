package io.bellamy.process;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * On which day a level changed, where what is believed of it follows its runs only slowly: some may be stragglers, and until there are
 * more of them nobody knows. Afterwards the runs themselves tell it.
 */
final class LevelTurn {

    private final List<DatedExcess> runs = new ArrayList<>();
    private final double first;
    private final double last;

    /**
     * What a cell tells.
     *
     * @param above what is believed of it now, ln seconds
     * @param weight one over its variance
     */
    private record DatedExcess(double day, double above, double weight) {

        /** What is lost if the level was that much above today's. */
        double loss(double level) {
            return weight * (above - level) * (above - level);
        }
    }

    /**
     * Takes the runs of a job since a day.
     *
     * @param now a place of the job on the day of its newest run
     * @param first a day on which the level was not yet as it is now
     */
    LevelTurn(Surroundings surroundings, RunPlace now, double first) {
        this.first = first;
        this.last = now.day();
        CellKernel.Texts like = surroundings.like(now);
        for (int cell = 0; cell < surroundings.cells().size(); cell++) {
            RunPlace place = surroundings.cells().get(cell).place();
            if (place.texts().equals(now.texts()) && place.day() >= first) {
                double believed = surroundings.at(place.on(last), like).mean();
                runs.add(new DatedExcess(
                        place.day(), surroundings.told(cell) - believed, 1 / surroundings.variance(cell)));
            }
        }
    }

    /**
     * The first day of the level that is now.
     *
     * @param move from the level of the first day to that, ln seconds
     * @return nothing where a level that moves a little every day explains the runs as well
     */
    OptionalDouble day(double move) {
        double least = runs.stream()
                .mapToDouble(run -> run.loss(-move * (last - run.day()) / (last - first)))
                .sum();
        double day = Double.NaN;
        for (double other :
                runs.stream().mapToDouble(DatedExcess::day).distinct().sorted().toArray()) {
            double loss = runs.stream()
                    .mapToDouble(run -> run.loss(run.day() < other ? -move : 0))
                    .sum();
            if (other > first && loss < least) {
                least = loss;
                day = other;
            }
        }
        return Double.isNaN(day) ? OptionalDouble.empty() : OptionalDouble.of(day);
    }
}
