package io.bellamy.evaluation;

import io.bellamy.job.Context;
import io.bellamy.job.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Runs that share a value that no other run has. Every one of them is as likely as another to be drawn. */
final class ValueDeck implements Deck {

    private final AskedRun asked;
    private final List<Run> support;
    private final List<Run> byScaleOut;
    private final IdentityHashMap<Run, Integer> places = new IdentityHashMap<>();
    private final int mostPoints;

    ValueDeck(AskedRun asked, List<Run> support, List<Run> runs, int mostPoints) {
        this.asked = asked;
        this.support = support;
        this.byScaleOut =
                runs.stream().sorted(Comparator.comparingInt(Run::scaleOut)).toList();
        for (int i = 0; i < byScaleOut.size(); i++) {
            places.put(byScaleOut.get(i), i);
        }
        this.mostPoints = Math.min(mostPoints, runs.size() - 1);
    }

    @Override
    public int mostPoints() {
        return mostPoints;
    }

    @Override
    public List<Run> points(int n, RandomGenerator random) {
        TreeSet<Integer> drawn = new TreeSet<>();
        while (drawn.size() < n) {
            drawn.add(random.nextInt(byScaleOut.size()));
        }
        return drawn.stream().map(byScaleOut::get).toList();
    }

    @Override
    public Optional<Run> test(QuestionKind kind, List<Run> points, int chosen, int repetition) {
        int from = points.isEmpty() ? 0 : first(points.get(0).scaleOut());
        int to = points.isEmpty() ? 0 : first(points.get(points.size() - 1).scaleOut() + 1);
        if (kind == QuestionKind.EXTRAPOLATION) {
            int outside = byScaleOut.size() - (to - from);
            return Optional.of(outside)
                    .filter(count -> count > 0)
                    .map(count -> chosen % count)
                    .map(place -> byScaleOut.get(place < from ? place : place + to - from));
        }
        int inside = to - from - points.size();
        if (inside == 0) {
            return Optional.empty();
        }
        int place = from + chosen % inside;
        for (Run point : points) {
            // the points are in order, so every one that lies before moves it on by one
            place += places.get(point) <= place ? 1 : 0;
        }
        return Optional.of(byScaleOut.get(place));
    }

    /** The place of the first run at this scale-out or a larger one. */
    private int first(int scaleOut) {
        int low = 0;
        int high = byScaleOut.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (byScaleOut.get(middle).scaleOut() < scaleOut) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public Question question(int split, QuestionKind kind, List<Run> points, Run test) {
        List<Run> known = new ArrayList<>(support);
        known.addAll(points);
        List<String> context = asked.context(test);
        Past past = new Past(
                Context.name(test, asked.essential()),
                Optional.empty(),
                points,
                known.stream().filter(run -> asked.context(run).equals(context)).toList());
        return new Question(split, kind, points, asked.planned(test, known), Optional.of(past));
    }
}
