package io.bellamy.histories;

import static io.bellamy.histories.C3oRuns.AMOUNTS;
import static io.bellamy.histories.C3oRuns.MACHINES;
import static io.bellamy.histories.C3oRuns.SECONDS;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** C3O as it might have been; what is not said of runs here is as it was. */
enum C3oVariant {
    /** Half of the runs had half of the cores and of the memory, and took 1.7 times as long. */
    SLOTS {
        @Override
        void write(C3oFolder folder, Random random) throws IOException {
            for (String algorithm : TWO) {
                Rows rows = C3oRuns.read(algorithm);
                List<Map<String, String>> changed = new ArrayList<>(rows.rows());
                for (int i : shuffled(changed.size(), random).subList(0, changed.size() / 2)) {
                    changed.set(i, halved(changed.get(i)));
                }
                folder.write(algorithm, algorithm, rows.of(changed));
            }
            folder.finish(Map.of());
        }
    },
    /** In turn, each machine type of an algorithm has a single context. */
    UNSEEN {
        @Override
        void write(C3oFolder folder, Random random) throws IOException {
            for (String algorithm : C3oRuns.ALGORITHMS) {
                Rows rows = C3oRuns.read(algorithm);
                for (String type : types(rows)) {
                    Rows one = contextsOf(with(rows, type), 1, random);
                    List<Map<String, String>> left = rows.rows().stream()
                            .filter(row ->
                                    !row.get(MACHINE).equals(type) || one.rows().contains(row))
                            .toList();
                    folder.write(algorithm, alone(algorithm, type), rows.of(left));
                }
            }
            folder.finish(Map.of());
        }
    },
    /** Each configuration ran once; its other runs are held out. */
    SINGLE {
        @Override
        void write(C3oFolder folder, Random random) throws IOException {
            for (String algorithm : TWO) {
                Rows rows = C3oRuns.read(algorithm);
                List<Map<String, String>> known = new ArrayList<>();
                for (List<Map<String, String>> context : C3oRuns.byContext(rows).values()) {
                    List<Map<String, String>> held = new ArrayList<>(context);
                    context.stream().collect(Collectors.groupingBy(row -> row.get(MACHINES))).values().stream()
                            .map(repetitions -> repetitions.get(random.nextInt(repetitions.size())))
                            .forEach(row -> {
                                known.add(row);
                                held.remove(row);
                            });
                    folder.hold(algorithm, context.size() - held.size(), held, Optional.empty());
                }
                folder.write(algorithm, algorithm, rows.of(known));
            }
            folder.finish(Map.of());
        }
    },
    /**
     * Three of ten runs took three times as long; {@code clean} is what they would have taken. Each run can be told by its
     * runtime, in the last of whose digits stands which it is.
     */
    OUTLIERS {
        @Override
        void write(C3oFolder folder, Random random) throws IOException {
            for (String algorithm : TWO) {
                Rows rows = C3oRuns.read(algorithm);
                List<String> columns = new ArrayList<>(rows.columns());
                columns.add(CLEAN);
                List<Map<String, String>> changed = new ArrayList<>();
                List<Integer> order = shuffled(rows.rows().size(), random);
                for (int i = 0; i < order.size(); i++) {
                    Map<String, String> row = rows.rows().get(i);
                    double clean = Double.parseDouble(row.get(SECONDS));
                    boolean straggles = order.get(i) < 0.3 * order.size();
                    String seconds = String.format(Locale.ROOT, "%.3f%04d", straggles ? 3 * clean : clean, i);
                    changed.add(Rows.with(Rows.with(row, SECONDS, seconds), CLEAN, clean));
                }
                folder.write(algorithm, algorithm, new Rows(columns, changed));
            }
            folder.finish(Map.of());
        }
    },
    /** Every context ran once a night, each night 2 % slower; the last six nights are held out. */
    DRIFT {
        @Override
        void write(C3oFolder folder, Random random) throws IOException {
            for (String algorithm : TWO) {
                Rows rows = C3oRuns.read(algorithm);
                List<String> columns = new ArrayList<>(rows.columns());
                columns.add(NIGHT);
                List<Map<String, String>> known = new ArrayList<>();
                for (List<Map<String, String>> context : C3oRuns.byContext(rows).values()) {
                    List<Map<String, String>> nights = nights(context, random);
                    int held = nights.size() - NIGHTS_AFTER;
                    known.addAll(nights.subList(0, held));
                    for (Map<String, String> night : nights.subList(held, nights.size())) {
                        folder.hold(algorithm, held, List.of(night), Optional.of(night.get(NIGHT)));
                    }
                }
                folder.write(algorithm, algorithm, new Rows(columns, known));
            }
            folder.finish(Map.of("measured_at", Map.of("column", NIGHT)));
        }
    },
    /** Two contexts of each algorithm, drawn twice. */
    TWO_CONTEXTS {
        @Override
        void write(C3oFolder folder, Random random) throws IOException {
            fewContexts(folder, 2, random);
        }
    },
    /** A single context of each algorithm, drawn twice. */
    ONE_CONTEXT {
        @Override
        void write(C3oFolder folder, Random random) throws IOException {
            fewContexts(folder, 1, random);
        }
    };

    static final String MACHINE = "machine_type";
    static final String CLEAN = "clean";
    static final int NIGHTS_AFTER = 6;
    static final List<String> TWO = List.of("grep", "sgd");

    private static final String NIGHT = "night";
    private static final LocalDate FIRST_NIGHT = LocalDate.of(2026, 1, 1);

    abstract void write(C3oFolder folder, Random random) throws IOException;

    /** Into a folder; the data set is called as the variant. */
    void write(Path folder, long seed) throws IOException {
        write(new C3oFolder(folder, toString()), new Random(31 * seed + name().hashCode()));
    }

    static List<String> types(Rows rows) {
        return rows.rows().stream().map(row -> row.get(MACHINE)).distinct().toList();
    }

    /** What an algorithm is called where a machine type has a single context. */
    static String alone(String algorithm, String type) {
        return algorithm + "-" + type.replace(".", "");
    }

    private static Rows with(Rows rows, String type) {
        return rows.of(rows.rows().stream()
                .filter(row -> row.get(MACHINE).equals(type))
                .toList());
    }

    private static Map<String, String> halved(Map<String, String> row) {
        Map<String, String> other =
                Rows.with(row, SECONDS, String.format(Locale.ROOT, "%.2f", 1.7 * Double.parseDouble(row.get(SECONDS))));
        for (String amount : AMOUNTS) {
            other = Rows.with(other, amount, Double.parseDouble(row.get(amount)) / 2);
        }
        return other;
    }

    private static List<Map<String, String>> nights(List<Map<String, String>> context, Random random) {
        List<Map<String, String>> nights = new ArrayList<>();
        for (int i : shuffled(context.size(), random)) {
            Map<String, String> row = context.get(i);
            double seconds = Double.parseDouble(row.get(SECONDS)) * Math.pow(1.02, nights.size());
            nights.add(Rows.with(
                    Rows.with(row, SECONDS, String.format(Locale.ROOT, "%.2f", seconds)),
                    NIGHT,
                    FIRST_NIGHT.plusDays(nights.size())));
        }
        return nights;
    }

    private static void fewContexts(C3oFolder folder, int contexts, Random random) throws IOException {
        for (String algorithm : C3oRuns.ALGORITHMS) {
            for (int draw = 0; draw < 2; draw++) {
                Rows few = contextsOf(C3oRuns.read(algorithm), contexts, random);
                folder.write(algorithm, algorithm + "-" + draw, few);
            }
        }
        folder.finish(Map.of());
    }

    private static Rows contextsOf(Rows rows, int contexts, Random random) {
        List<List<Map<String, String>>> all =
                List.copyOf(C3oRuns.byContext(rows).values());
        return rows.of(shuffled(all.size(), random).stream()
                .limit(contexts)
                .flatMap(i -> all.get(i).stream())
                .toList());
    }

    private static List<Integer> shuffled(int count, Random random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        return order;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
