package io.bellamy.histories;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** What goes on in a history. */
enum Kind {
    DAILY(false, SteadyJobs::daily),
    DRIFT(false, ChangingJobs::drift),
    EXECUTORS(false, SteadyJobs::executors),
    FEW(false, SteadyJobs::few),
    MACHINES(false, SteadyJobs::machines),
    STRAGGLERS(true, SteadyJobs::stragglers),
    HUNG(false, ChangingJobs::hung),
    RELEASED(false, ChangingJobs::released),
    PAUSED(false, ChangingJobs::paused),
    UNLIKE(false, SteadyJobs::unlike);

    private final boolean hasStragglers;

    @SuppressWarnings("ImmutableEnumChecker") // a method holds no state
    private final Consumer<HistoryMaker> maker;

    Kind(boolean hasStragglers, Consumer<HistoryMaker> maker) {
        this.hasStragglers = hasStragglers;
        this.maker = maker;
    }

    History history(Law law, long seed) {
        SplittableRandom random =
                new SplittableRandom(31 * (31 * seed + law.name().hashCode()) + name().hashCode());
        Noise noise = hasStragglers ? law.noise() : law.noise().withoutStragglers();
        HistoryMaker history = new HistoryMaker(law, noise, random);
        maker.accept(history);
        return history.made(toString());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
