package io.bellamy.memory;

import io.bellamy.job.MemoryUse;
import io.bellamy.job.MemoryUse.Ending;
import io.bellamy.job.MemoryUse.Peak;
import io.bellamy.job.MemoryUse.PeakOf;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.Role;
import io.bellamy.job.ScaleOutUnit;
import io.bellamy.memory.MemoryFacts.Facts;
import io.bellamy.memory.NeedFit.Draw;
import io.bellamy.numerics.Evenly;
import io.bellamy.problem.Counted;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** How much memory a job needs, as far as runs tell. More memory never makes a run likelier to spill or die. */
public final class MemoryNeed {

    /** More say nothing more, and take time. */
    private static final int MOST_CASES = 600;

    /** ln of how far from what any run had memory may be: beyond that a unit is likelier wrong than the run of interest. */
    private static final double FAR = Math.log(30);

    /** ln of how much more memory is looked at. */
    private static final double MOST_MORE = Math.log(1000);

    private static final double CLOSE = 1e-3;

    private final MemoryFacts facts;
    private final List<Draw> draws;
    private final boolean tellsSpilling;
    private final boolean tellsDying;
    private final double least;
    private final double most;

    private MemoryNeed(MemoryFacts facts, List<MemoryCase> cases, Optional<PeakOf> peaks) {
        NeedShape shape = NeedShape.of(cases);
        this.facts = facts;
        this.draws = new NeedFit(new NeedLikelihood(shape, cases, peaks)).draws();
        this.tellsSpilling =
                shape.measured() || (shape.spills() && cases.stream().anyMatch(one -> one.ending() == Ending.SPILLED));
        this.tellsDying = cases.stream().anyMatch(MemoryCase::isLost);
        this.least =
                cases.stream().mapToDouble(one -> one.facts().memory()).min().orElseThrow();
        this.most =
                cases.stream().mapToDouble(one -> one.facts().memory()).max().orElseThrow();
    }

    /** Learns it; nothing where no run was short of memory, and none was measured: then nobody knows where the end is. */
    public static Optional<MemoryNeed> of(List<MemoryUse> uses, PropertyDefinitions definitions) {
        return ofCases(cases(uses, definitions), facts(uses, definitions), peaks(uses));
    }

    static Optional<MemoryNeed> ofCases(List<MemoryCase> cases, MemoryFacts facts, Optional<PeakOf> peaks) {
        boolean told = cases.stream()
                .anyMatch(one -> one.isLost()
                        || one.ending() == Ending.SPILLED
                        || one.peak().isPresent());
        return told
                ? Optional.of(new MemoryNeed(facts, cases, peaks)).filter(need -> need.tellsSpilling || need.tellsDying)
                : Optional.empty();
    }

    /** The runs that tell of it, as far as what it depends on is known of them. */
    static List<MemoryCase> cases(List<MemoryUse> uses, PropertyDefinitions definitions) {
        List<MemoryCase> cases = known(uses, definitions);
        boolean spillsAreTold =
                cases.stream().anyMatch(one -> one.ending() == Ending.FITS || one.ending() == Ending.SPILLED);
        // of a run that may have spilled nobody knows what it would have used
        return Evenly.some(cases, MOST_CASES).stream()
                .map(one -> one.hasPlausiblePeak()
                                && !(one.ending() == Ending.SURVIVED && (spillsAreTold || one.hasAllUsed()))
                        ? one
                        : one.withoutPeak())
                .toList();
    }

    private static List<MemoryCase> known(List<MemoryUse> uses, PropertyDefinitions definitions) {
        MemoryFacts facts = facts(uses, definitions);
        return uses.stream().flatMap(use -> MemoryCase.of(use, facts).stream()).toList();
    }

    /** What in the data can't be meant as it stands. */
    public static List<String> warnings(List<MemoryUse> uses, PropertyDefinitions definitions) {
        long wrong = known(uses, definitions).stream()
                .filter(one -> !one.hasPlausiblePeak())
                .count();
        return wrong == 0
                ? List.of()
                : List.of("the peak memory of " + Counted.of(wrong, "run")
                        + " is more than three times what the machines had: is its unit right, and that of memory?"
                        + " It is left aside");
    }

    /** What most runs tell counts; those that do not tell it are then left out. */
    static MemoryFacts facts(List<MemoryUse> uses, PropertyDefinitions definitions) {
        MemoryFacts all = new MemoryFacts(definitions, true, true);
        List<MemoryUse> telling = uses.stream()
                .filter(use -> all.logarithm(use.properties(), Role.MEMORY, use.scaleOut())
                        .isPresent())
                .toList();
        ToDoubleFunction<Role> share = role -> telling.stream()
                        .filter(use -> all.logarithm(use.properties(), role, use.scaleOut())
                                .isPresent())
                        .count()
                / Math.max(1.0, telling.size());
        return new MemoryFacts(
                definitions, share.applyAsDouble(Role.DATA_SIZE) > 0.5, share.applyAsDouble(Role.SLOTS) > 0.5);
    }

    static Optional<PeakOf> peaks(List<MemoryUse> uses) {
        return uses.stream().flatMap(use -> use.peak().stream()).map(Peak::of).findFirst();
    }

    /** How likely a run is short of memory; nothing where what that depends on is not known, or memory is beyond all sense. */
    public Optional<MemoryRisk> risk(PlannedRun run) {
        return facts.of(run.scaleOut(), run.properties()).flatMap(this::risk);
    }

    Optional<MemoryRisk> risk(Facts known) {
        return known.memory() > most + FAR ? Optional.empty() : Optional.of(risk(known, known.memory()));
    }

    private MemoryRisk risk(Facts known, double memory) {
        return new MemoryRisk(
                tellsSpilling ? Optional.of(mean(draw -> draw.law().spilling(known, memory))) : Optional.empty(),
                tellsDying ? Optional.of(mean(draw -> draw.law().dying(known, memory))) : Optional.empty());
    }

    private double mean(ToDoubleFunction<Draw> probability) {
        double sum = 0;
        for (Draw draw : draws) {
            sum += draw.weight() * probability.applyAsDouble(draw);
        }
        return Math.min(1, sum);
    }

    /** The least memory of a machine, in MB, with which as many of them would do; nothing where no amount in sight would. */
    public OptionalDouble enough(PlannedRun run, MemoryLimits limits) {
        Optional<Facts> known = facts.of(run.scaleOut(), run.properties());
        if (known.isEmpty()) {
            return OptionalDouble.empty();
        }
        // so far below what any run had nothing is known
        double low = Math.max(least - FAR, known.get().memory() - MOST_MORE);
        double high = known.get().memory() + MOST_MORE;
        if (!limits.allows(risk(known.get(), high))) {
            return OptionalDouble.empty();
        }
        while (high - low > CLOSE) {
            double middle = (low + high) / 2;
            if (limits.allows(risk(known.get(), middle))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return OptionalDouble.of(Math.ceil(Math.exp(high)));
    }

    /** Why nothing is said of a run; nothing where something is. */
    public Optional<String> silence(PlannedRun run, ScaleOutUnit counts) {
        List<String> unknown = facts.unknown(run.scaleOut(), run.properties());
        if (!unknown.isEmpty()) {
            return Optional.of(String.join(" and ", unknown) + " not being known: give what one " + counts.one()
                    + " has (optional_properties_per_node)");
        }
        return risk(run).isPresent()
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "since no run had a thirtieth of its %.0f MB %s",
                        Math.exp(facts.of(run.scaleOut(), run.properties())
                                .orElseThrow()
                                .memory()),
                        counts.each()));
    }

    /** What is wrong with the memory of a run that is so far below what any had that another unit will be meant. */
    public Optional<String> objection(PlannedRun run, ScaleOutUnit counts) {
        return facts.of(run.scaleOut(), run.properties())
                .map(Facts::memory)
                .filter(memory -> memory < least - FAR)
                .map(memory -> String.format(
                        Locale.ROOT,
                        "%.4g MB %s is less than a thirtieth of what any run had, %.0f MB at least: amounts are in MB",
                        Math.exp(memory),
                        counts.each(),
                        Math.exp(least)));
    }
}
