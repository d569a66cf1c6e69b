package io.bellamy.evaluation;

import io.bellamy.features.FeaturePipeline;
import io.bellamy.job.Companions;
import io.bellamy.job.Context;
import io.bellamy.job.Run;
import io.bellamy.problem.Counted;
import io.bellamy.tuning.Seed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** The questions about the next runs of algorithms. */
final class NextRuns {

    /** The first 1/3 of the runs are learned from and not asked about. */
    private static final int FIRST = 3;

    private final NextRunProtocol protocol;
    private final ContextSelection selection;
    private final AskedRun asked;
    private final Seed seed;

    NextRuns(NextRunProtocol protocol, ContextSelection selection, FeaturePipeline features, long seed) {
        this.protocol = protocol;
        this.selection = selection;
        // no property is told beyond those of every request
        this.asked = new AskedRun(features, "");
        this.seed = new Seed(seed);
    }

    /** A number of days, the first of which tells what is learned from. */
    private record Block(List<LocalDate> days) {}

    /** What is asked about an algorithm. */
    Plan.Algorithm of(String name, KnownAlgorithm algorithm) {
        List<Run> runs = algorithm.runs();
        List<Run> dated =
                runs.stream().filter(run -> run.measured().isPresent()).toList();
        TreeMap<LocalDate, List<Run>> days =
                dated.stream().collect(Collectors.groupingBy(this::day, TreeMap::new, Collectors.toList()));
        List<String> notes = new ArrayList<>();
        int undated = runs.size() - dated.size();
        if (undated > 0) {
            notes.add(name + ": " + Counted.of(undated, "run") + " without a day " + (undated == 1 ? "is" : "are")
                    + " left out");
        }
        List<Block> blocks = blocks(days, dated.size());
        List<Run> later = blocks.stream()
                .flatMap(block -> block.days().stream())
                .flatMap(day -> days.get(day).stream())
                .toList();
        List<Run> wanted = selection.matching(later);
        List<Run> chosen = spread(wanted, seed.stream(name).generator());
        if (chosen.isEmpty()) {
            notes.add(
                    name + ": nothing can be asked, since none of its runs with the values asked for is of a day after"
                            + " the first third of them");
        } else if (chosen.size() < wanted.size()) {
            notes.add(name + ": " + chosen.size() + " of " + Counted.of(wanted.size(), "run") + " are asked about");
        }
        Set<Run> selected = Collections.newSetFromMap(new IdentityHashMap<>());
        selected.addAll(chosen);
        List<HeldOut> held = new ArrayList<>();
        blocks.forEach(
                block -> heldOut(block, days, selected, algorithm.companions()).ifPresent(held::add));
        return new Plan.Algorithm(chosen.size(), held, notes);
    }

    private LocalDate day(Run run) {
        return run.measured().orElseThrow();
    }

    /** Days after the first third of the runs, in blocks of about as many runs each. */
    private List<Block> blocks(NavigableMap<LocalDate, List<Run>> days, int all) {
        Map<Integer, List<LocalDate>> blocks = new TreeMap<>();
        int before = 0;
        int start = -1;
        for (Map.Entry<LocalDate, List<Run>> day : days.entrySet()) {
            if (start < 0 && before > 0 && FIRST * before >= all) {
                start = before;
            }
            if (start >= 0) {
                int block = (int) ((long) (before - start) * protocol.blocks() / (all - start));
                blocks.computeIfAbsent(block, number -> new ArrayList<>()).add(day.getKey());
            }
            before += day.getValue().size();
        }
        return blocks.values().stream().map(Block::new).toList();
    }

    /** As many as are asked about, one at random of each of so many equal pieces: equal steps could catch a rhythm. */
    private List<Run> spread(List<Run> runs, RandomGenerator random) {
        int most = protocol.questions();
        if (runs.size() <= most) {
            return runs;
        }
        List<Run> chosen = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            int from = (int) ((long) runs.size() * i / most);
            int to = (int) ((long) runs.size() * (i + 1) / most);
            chosen.add(runs.get(random.nextInt(from, to)));
        }
        return chosen;
    }

    private Optional<HeldOut> heldOut(
            Block block, NavigableMap<LocalDate, List<Run>> days, Set<Run> selected, Companions companions) {
        LocalDate first = block.days().get(0);
        Companions before = companions.only(
                run -> run.measured().filter(day -> day.isBefore(first)).isPresent());
        List<Run> support = between(days, days.firstKey(), first);
        List<Question> questions = new ArrayList<>();
        List<Double> runtimes = new ArrayList<>();
        for (LocalDate day : block.days()) {
            List<Run> own = days.get(day).stream().filter(selected::contains).toList();
            if (own.isEmpty()) {
                continue;
            }
            List<Run> known = between(days, days.firstKey(), day);
            List<Run> since = known.subList(support.size(), known.size());
            Map<List<String>, List<Run>> contexts = known.stream().collect(Collectors.groupingBy(asked::context));
            for (Run run : own) {
                Past past = new Past(
                        Context.name(run, asked.essential()),
                        Optional.of(day),
                        since,
                        contexts.getOrDefault(asked.context(run), List.of()));
                questions.add(
                        new Question(0, QuestionKind.NEXT, List.of(), asked.planned(run, known), Optional.of(past)));
                runtimes.add(run.runtime());
            }
        }
        return questions.isEmpty()
                ? Optional.empty()
                : Optional.of(new HeldOut(new Task("from " + first, support, before, questions), runtimes));
    }

    /** The runs of a day and later, before another day, in time order. */
    private static List<Run> between(NavigableMap<LocalDate, List<Run>> days, LocalDate from, LocalDate to) {
        return days.subMap(from, to).values().stream().flatMap(List::stream).toList();
    }
}
