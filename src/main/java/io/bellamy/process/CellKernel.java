package io.bellamy.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The covariances of one place with many cells, to the last bit those of {@link RunKernel}, but term by term over columns of
 * numbers, several times as fast. Never changed.
 */
final class CellKernel {

    private final RunKernel kernel;
    private final RunPlace[] places;

    /** By column and cell, and whether all cells tell a column. */
    private final double[][] numbers;

    private final boolean[] told;

    CellKernel(RunKernel kernel, List<Cell> cells) {
        this.kernel = kernel;
        this.places = cells.stream().map(Cell::place).toArray(RunPlace[]::new);
        int columns = kernel.numbers();
        this.numbers = new double[columns][places.length];
        this.told = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            told[column] = true;
            for (int cell = 0; cell < places.length; cell++) {
                numbers[column][cell] = places[cell].number(column);
                told[column] &= !Double.isNaN(numbers[column][cell]);
            }
        }
    }

    /** Places with the texts of one. */
    Texts like(RunPlace place) {
        return new Texts(place);
    }

    /** The texts of places, with the cells that share what a term asks for. Never changed. */
    final class Texts {

        private final List<String> own;

        /** By term: the cells. */
        private final List<int[]> sharing = new ArrayList<>();

        private Texts(RunPlace place) {
            this.own = place.texts();
            int[] shared = IntStream.range(0, places.length)
                    .map(cell -> place.shared(places[cell]))
                    .toArray();
            Map<Integer, int[]> byMask = new HashMap<>();
            for (int term = 0; term < kernel.terms(); term++) {
                sharing.add(byMask.computeIfAbsent(kernel.mask(term), mask -> IntStream.range(0, shared.length)
                        .filter(cell -> (mask & shared[cell]) == mask)
                        .toArray()));
            }
        }

        /** Does a place have these texts? */
        boolean areOf(RunPlace place) {
            return own.equals(place.texts());
        }

        /** The covariance of each cell with a place that has these texts. */
        double[] covariances(RunPlace place) {
            double[] sums = new double[places.length];
            Arrays.fill(sums, RunKernel.LEVEL);
            double[] distances = new double[places.length];
            for (int term = 0; term < kernel.terms(); term++) {
                add(term, place, sharing.get(term), distances, sums);
            }
            return sums;
        }
    }

    private void add(int term, RunPlace place, int[] cells, double[] distances, double[] sums) {
        double variance = kernel.variance(term);
        switch (kernel.shape(term)) {
            case CONSTANT -> {
                for (int cell : cells) {
                    sums[cell] += variance;
                }
            }
            case LINEAR -> addLinear(term, place, cells, sums);
            case SMOOTH -> {
                measure(term, place, cells, distances);
                for (int cell : cells) {
                    sums[cell] += variance * Math.exp(-distances[cell] / 2);
                }
            }
            case ROUGH -> {
                measure(term, place, cells, distances);
                for (int cell : cells) {
                    sums[cell] += variance * Math.exp(-Math.sqrt(distances[cell]));
                }
            }
            case LEVEL, TREND -> {
                for (int cell : cells) {
                    sums[cell] += kernel.term(term, place, places[cell]);
                }
            }
        }
    }

    private void addLinear(int term, RunPlace place, int[] cells, double[] sums) {
        double variance = kernel.variance(term);
        int column = kernel.over(term)[0];
        double own = place.number(column);
        if (Double.isNaN(own) || !told[column]) {
            for (int cell : cells) {
                sums[cell] += variance * kernel.product(column, place, places[cell]);
            }
            return;
        }
        double[] others = numbers[column];
        for (int cell : cells) {
            sums[cell] += variance * (own * others[cell]);
        }
    }

    /** The squared distances of cells to a place. */
    private void measure(int term, RunPlace place, int[] cells, double[] distances) {
        for (int cell : cells) {
            distances[cell] = 0;
        }
        for (int i = 0; i < kernel.over(term).length; i++) {
            int column = kernel.over(term)[i];
            double own = place.number(column);
            if (Double.isNaN(own) || !told[column]) {
                for (int cell : cells) {
                    distances[cell] += kernel.squaredDistance(term, i, place, places[cell]);
                }
                continue;
            }
            double rate = kernel.rate(term, i);
            double[] others = numbers[column];
            for (int cell : cells) {
                double difference = own - others[cell];
                distances[cell] += difference * difference * rate * rate;
            }
        }
    }
}
